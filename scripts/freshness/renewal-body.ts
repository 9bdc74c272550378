import { formatDay } from '../../src/model/day.ts';
import { editUrl } from '../../src/model/forge.ts';
import type { Due } from '../../src/model/freshness.ts';
import { plural } from '../../src/model/problem.ts';
import type { Forge } from '../../src/model/site.ts';
import { inertText } from '../reviewing/inert-markdown.ts';
import type { DueRow } from './due-formats.ts';

interface Asked {
  rows: readonly DueRow[];
  due: readonly Due[];
  /** With the branch of the pull request in place of the one that is published. */
  forge: Forge;
}

// A pull request takes about 65,000 characters, and each post may need 800 of them.
const mostPosts = 60;

/** The words of a pull request that asks somebody about their posts. */
export function renewalBody({ rows, due, forge }: Asked): string {
  const [first] = rows;
  const login = first?.login ?? '';
  // What a file calls a login could be anything, and only a name of the forge may tell somebody.
  const whom = /^[a-z\d](?:[a-z\d-]{0,38})$/iu.test(login) ? `@${login}, s` : 'S';
  const listed = rows.slice(0, mostPosts).map((row, index) => {
    const path = due[index]?.post.source.path ?? '';
    return `- [ ] **${inertText(row.title)}**, due on ${formatDay(row.due, 'en-GB')}: [read it](${row.page}), [change it](${editUrl(forge, path)})`;
  });
  const rest = rows.length - listed.length;
  return [
    `${whom}omebody should have looked at ${rows.length === 1 ? 'this post' : 'these posts'} again. ${rows.length === 1 ? 'Is it' : 'Are they'} still true?`,
    [...listed, ...(rest === 0 ? [] : [`- and ${plural(rest, 'more post')}, which the files show`])].join(
      '\n',
    ),
    `**Yes:** merge this, or approve it so that somebody can. The review ${rows.length === 1 ? 'date moves' : 'dates move'} on, and nothing else changes.`,
    '**Not quite:** change it on this branch first, with the link beside it. The change is reviewed with the rest.',
    '**No, and nobody needs it any more:** add `expires:` with a day of last week to its frontmatter on this branch, and it disappears from the blog. Its old address keeps leading somewhere when you name another page in `redirects.yml`.',
    '**Not yours any more:** set `owner:` to whoever keeps it true, on this branch.',
  ].join('\n\n');
}
