import type { Site } from '../../src/model/site.ts';
import type { Reply, ThreadFile } from '../../src/model/thread.ts';

type Pseudonym = Site['threads']['pseudonyms'][number];

/** Whose names are not told, and the forge on which they have them. */
export interface Unnamed {
  people: readonly Pseudonym[];
  forgeUrl: string;
}

/** The thread without the names of those who asked for that: neither as authors nor where somebody mentions them. */
export function pseudonymised(thread: ThreadFile, { people, forgeUrl }: Unnamed): ThreadFile {
  if (people.length === 0) return thread;
  const words = wordsWithout(people, forgeUrl);
  const author = (written: ThreadFile['author']) => {
    const index = people.findIndex(({ login }) => written?.login.toLowerCase() === login.toLowerCase());
    // No account can have a dot in its name, so nobody else can be meant.
    return index === -1 ? written : { login: `pseudonym.${index + 1}`, name: people[index]?.name ?? null };
  };
  const remark = <Kind extends Pick<Reply, 'author' | 'body' | 'html'>>(one: Kind): Kind => ({
    ...one,
    author: author(one.author),
    body: words.inMarkdown(one.body),
    html: words.inHtml(one.html),
  });
  return {
    ...remark(thread),
    title: words.inMarkdown(thread.title),
    formerTitles: thread.formerTitles.map(words.inMarkdown),
    poll: thread.poll && {
      question: words.inMarkdown(thread.poll.question),
      options: thread.poll.options.map(({ label, votes }) => ({ label: words.inMarkdown(label), votes })),
    },
    comments: thread.comments.map((comment) => ({
      ...remark(comment),
      replies: comment.replies.map(remark),
    })),
  };
}

/** The same for a text by itself. */
export function withoutNames(markdown: string, { people, forgeUrl }: Unnamed): string {
  return people.length === 0 ? markdown : wordsWithout(people, forgeUrl).inMarkdown(markdown);
}

function wordsWithout(people: readonly Pseudonym[], forgeUrl: string) {
  const rules = people.map(({ login, name }) => ({
    name,
    link: new RegExp(`<a\\b[^>]*>@${RegExp.escape(login)}</a>`, 'giu'),
    mention: new RegExp(`(?<![\\w/-])@${RegExp.escape(login)}(?![\\w-])`, 'giu'),
    // What follows the account is a repository, and without its real address a link to it leads nowhere.
    profile: new RegExp(
      `(${RegExp.escape(new URL(forgeUrl).origin)}/)${RegExp.escape(login)}(?!/?[\\w-])`,
      'giu',
    ),
  }));
  const without = (text: string, shown: (name: string) => string) =>
    rules.reduce(
      (rest, { name, link, mention, profile }) =>
        rest
          .replace(link, () => shown(name))
          .replace(mention, () => shown(name))
          // The forge has this account for those who are no longer there.
          .replace(profile, '$1ghost'),
      text,
    );
  return {
    inMarkdown: (text: string) => without(text, (name) => name),
    inHtml: (html: string) => without(html, escaped),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
