import { plainLine } from '../../src/model/plain-line.ts';
import { plural } from '../../src/model/problem.ts';
import type { FollowedLink } from './follow-all.ts';

/** Links that lead somewhere are not spoken of. */
function fallen(links: readonly FollowedLink[], kind: 'gone' | 'unsure') {
  return links.flatMap(({ url, places, verdict }) =>
    verdict.kind === kind
      ? [{ url: plainLine(url), places: places.map(plainLine), because: plainLine(verdict.because) }]
      : [],
  );
}

/** Whether there is something for a person to mend. */
export function leadsNowhere({ verdict }: FollowedLink): boolean {
  return verdict.kind === 'gone';
}

/** What came of following the links, for a terminal. */
export function linkText(links: readonly FollowedLink[]): string {
  const [gone, unsure] = [fallen(links, 'gone'), fallen(links, 'unsure')];
  const part = (head: string, found: typeof gone) =>
    found.length === 0
      ? []
      : [
          head,
          ...found.map(
            ({ url, places, because }) =>
              `${url}\n  ${because}\n${places.map((place) => `  ${place}\n`).join('')}`,
          ),
        ];
  return [
    ...part('Lead nowhere:\n', gone),
    ...part('Nobody can say from here:\n', unsure),
    `${plural(links.length, 'link')} followed: ${links.length - gone.length - unsure.length} lead somewhere, ${gone.length} nowhere, ${unsure.length} unsure.`,
  ].join('\n');
}

/** The same for the issue on the forge. */
export function linkMarkdown(links: readonly FollowedLink[]): string {
  const [gone, unsure] = [fallen(links, 'gone'), fallen(links, 'unsure')];
  const item = ({ url, places, because }: (typeof gone)[number]) =>
    `- ${code(url)}\n  ${because}\n${places.map((place) => `  - ${code(place)}\n`).join('')}`;
  return [
    `${plural(gone.length, 'link')} of the blog ${gone.length === 1 ? 'leads' : 'lead'} nowhere. Mend each in a pull request: by the page’s new address, by another page that says the same, or by taking the link away and keeping what it stood for. This list is written anew every time the links are followed.`,
    gone.map(item).join(''),
    ...(unsure.length === 0
      ? []
      : [
          `<details><summary>${plural(unsure.length, 'link')} of which nobody can say from here</summary>\n\n${unsure.map(item).join('')}\n</details>`,
        ]),
  ].join('\n\n');
}

/** What cannot become a link, a mention or HTML on the forge. */
function code(text: string): string {
  return `\`${text.replaceAll('`', '%60')}\``;
}
