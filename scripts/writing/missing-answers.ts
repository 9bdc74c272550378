import type { GitPerson } from './git-person.ts';
import type { PostAnswers } from './post-flags.ts';

/** The flags that a post needs and does not have, one a line, with what helps to fill them in. */
export function missingAnswers(
  { kind = 'article', title, tags, authors, newAuthor, link, to }: PostAnswers,
  { person, suggested }: { person: GitPerson; suggested: readonly string[] },
): string[] {
  const lines: string[] = [];
  const need = (isThere: boolean, flag: string, what: string) => {
    if (!isThere) lines.push(`  --${flag.padEnd(9)} ${what}`);
  };
  const fitting = suggested.length === 0 ? '' : `; these may fit: ${suggested.slice(0, 5).join(',')}`;
  const known =
    person.name === ''
      ? 'git knows nobody here'
      : `no file in content/authors is about ${person.name} <${person.email}>`;
  need(title !== undefined, 'title', 'what it is called');
  need((tags ?? []).length > 0, 'tags', `one to eight topics of content/tags.yml${fitting}`);
  need(
    (authors ?? []).length > 0 || newAuthor !== undefined,
    'authors',
    `who wrote it; ${known}. To make one: --name "…" --role "…" --reach "…"`,
  );
  need(kind !== 'link' || link !== undefined, 'link', 'where the link leads');
  need(kind !== 'shout-out' || (to ?? []).length > 0, 'to', 'whom it thanks');
  return lines;
}
