import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Finding } from './state.ts';
import { SKIP, eachElement } from './walk.ts';

/** Words that say nothing about where a link leads, in the languages that posts are mostly written in. */
const vague = new Set([
  ...['here', 'click', 'click here', 'this', 'this link', 'this page', 'link', 'more', 'read more'],
  ...['learn more', 'find out more', 'more info', 'see here'],
  ...['hier', 'hier klicken', 'klick hier', 'klicken sie hier', 'dieser link', 'mehr', 'mehr lesen'],
  ...['mehr erfahren', 'weiterlesen'],
  ...['ici', 'cliquez ici', 'cliquer ici', 'ce lien', 'lien', 'lire la suite', 'en savoir plus'],
  ...['aquí', 'haz clic aquí', 'haga clic aquí', 'este enlace', 'enlace', 'leer más', 'más información'],
  ...['aqui', 'clique aqui', 'este link', 'ligação', 'ler mais', 'leia mais', 'saiba mais'],
]);

// A reader of the screen reads an address sign by sign.
const longestAddress = 60;
const mend = 'Let its words say what is found there, such as the title of the page.';

/** What is wrong with the words of a link; undefined when they say where it leads. */
export function vagueLinkText(link: Element): Finding | undefined {
  const text = toString(link).trim();
  if (text === '')
    return holdsPicture(link)
      ? undefined
      : { rule: 'vague-link-text', message: 'This link has no words, so that nobody can see it.', mend };
  if (vague.has(bare(text)))
    return { rule: 'vague-link-text', message: `The words "${text}" do not say where the link leads.`, mend };
  if (text.length > longestAddress && /^(?:https?:\/\/|www\.)\S+$/iu.test(text))
    return {
      rule: 'vague-link-text',
      message: `The words of this link are an address of ${String(text.length)} signs, which screen readers spell out.`,
      mend: 'Write [what is found there](the address).',
    };
  return undefined;
}

/** Letters and single spaces only, in lower case. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}]+/gu, ' ')
    .trim();
}

/** A picture without words is reported as such. */
function holdsPicture(link: Element): boolean {
  let found = false;
  eachElement(link, ({ tagName }) => {
    found ||= tagName === 'img';
    return found ? SKIP : undefined;
  });
  return found;
}
