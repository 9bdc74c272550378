import type { DiscussionPage, Mentioned, Resolved } from '../markdown/context.ts';
import { authorPermalink } from '../model/permalink.ts';
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

/** `postOf` finds the post that a thread key belongs to. */
export function conversationTable(
  { site, authors, threads }: SourceContent,
  postOf: (key: string) => Resolved | undefined,
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
  for (const { slug: key, data } of threads) {
    const post = postOf(key);
    if (post?.state === 'visible')
      discussions.set(String(data.number), { permalink: post.permalink, title: post.title });
  }
  return { people, discussions, pictureHosts: new Set(pictureHosts) };
}
