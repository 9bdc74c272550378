import { excerptParts } from '../search/excerpt.ts';
import type { Hit } from '../search/pagefind.ts';
import { matchingSections } from '../search/sections.ts';
import { unsegmented } from '../search/segments.ts';
import { dayWords, kindWords } from '../search/words.ts';
import { noteVisits } from './note-landing.ts';

/** Results as list items. Everything from the index is put in as text. */
export function createResults(hits: readonly Hit[], template: HTMLTemplateElement, language: string): Node[] {
  return hits.map((hit) => createResult(hit, template, language));
}

function createResult(hit: Hit, template: HTMLTemplateElement, language: string): DocumentFragment {
  const result = document.importNode(template.content, true);
  const { title = hit.url, lang, group, tags, authors, date = '', comments } = hit.meta;
  const item = result.querySelector('li');
  const link = result.querySelector('a');
  const heading = result.querySelector('h2');
  if (lang !== undefined)
    for (const part of [heading, result.querySelector('.excerpt')]) part?.setAttribute('lang', lang);
  if (item === null || link === null) return result;
  noteVisits(item, hit);
  link.href = hit.url;
  link.textContent = unsegmented(title);
  result.querySelector('.excerpt')?.append(...excerptParts(hit.excerpt).map(createPart));

  const sections = matchingSections(hit.anchors, hit.weighted_locations);
  const list = result.querySelector('.sections');
  if (sections.length === 0) list?.remove();
  for (const section of sections) {
    const entry = document.createElement('li');
    entry.append(createLink(`${hit.url}#${section.id}`, unsegmented(section.title)));
    list?.append(entry);
  }

  fill(result, '.kind', kindWords(hit));
  fill(result, '.group', group);
  fill(result, '.tags', tags);
  fill(result, '.authors', authors);
  fill(result, '.comments', comments && `${comments} ${comments === '1' ? 'comment' : 'comments'}`);
  const time = fill(result, 'time', dayWords(date, language));
  time?.setAttribute('datetime', date);
  return result;
}

/** Writes a fact where it belongs, or takes its place away. */
function fill(result: DocumentFragment, selector: string, words: string | undefined): Element | undefined {
  const place = result.querySelector(selector);
  if (words === undefined || words === '') {
    place?.remove();
    return undefined;
  }
  if (place !== null) place.textContent = unsegmented(words);
  return place ?? undefined;
}

function createPart({ text, marked }: { text: string; marked: boolean }): Node {
  if (!marked) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

/** A link to a page of this blog. */
export function createLink(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
