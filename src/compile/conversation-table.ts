import type { DiscussionPage, Mentioned, Resolved } from '../markdown/context.ts';
import { authorPermalink, questionNumberPermalink } from '../model/permalink.ts';
import { authorSlug } from '../model/slug.ts';
import type { SourceContent } from '../source/read-content.ts';

/** What words in conversations lead to, as plain data. */
export interface ConversationTable {
  /** By account, in small letters. */
  people: ReadonlyMap<string, Mentioned>;
  /** By number. */
  discussions: ReadonlyMap<string, DiscussionPage>;
  pictureHosts: ReadonlySet<string>;
}

/** `postOf` finds the post that a thread key belongs to, and `pageAt` the page with an address. */
export function conversationTable(
  { site, authors, threads, questions }: SourceContent,
  { postOf, pageAt }: Record<'postOf' | 'pageAt', (name: string) => Resolved | undefined>,
): ConversationTable {
  const people = new Map<string, Mentioned>();
  for (const { slug, data } of authors)
    if (data.login !== undefined)
      people.set(data.login.toLowerCase(), {
        name: data.name,
        permalink: authorPermalink(authorSlug.parse(slug)),
      });
  const { pseudonyms = [], pictureHosts = [] } = site?.data.threads ?? {};
  for (const { login, name } of pseudonyms) people.set(login.toLowerCase(), { name, permalink: undefined });

  const discussions = new Map<string, DiscussionPage>();
  const known = [
    ...threads.map(({ slug: key, data }) => [data.number, postOf(key)] as const),
    ...questions.map(({ data: { number } }) => [number, pageAt(questionNumberPermalink(number))] as const),
  ];
  for (const [number, page] of known)
    if (page?.state === 'visible')
      discussions.set(String(number), { permalink: page.permalink, title: page.title });
  return { people, discussions, pictureHosts: new Set(pictureHosts) };
}
