import { nameOfFile, verdictOn, type ApprovedPull } from '../model/approval.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { speakerOf } from '../model/conversation.ts';
import { dayIn } from '../model/day.ts';
import { historyUrl } from '../model/forge.ts';
import type { Source } from '../model/post.ts';
import { contributionsOf, type ShownApproval, type ShownProvenance } from '../model/provenance.ts';
import type { AuthorSlug } from '../model/slug.ts';

/** What a page says of where its text comes from. */
export function provenanceOf(
  catalogue: Catalogue,
  source: Source,
  authors: readonly AuthorSlug[] = [],
): ShownProvenance {
  const { site } = catalogue;
  return {
    contributions: contributionsOf(source.history, authors, {
      authors: catalogue.authors,
      pseudonyms: site.threads.pseudonyms,
    }),
    approval: approvalOf(catalogue, source),
    history: site.forge && historyUrl(site.forge, source.path),
  };
}

/** What was approved is a text, whatever its file is called today; for any other text nothing is known. */
function approvalOf(catalogue: Catalogue, { path, textDigest = '' }: Source): ShownApproval | undefined {
  const pull = catalogue.pullByText.get(textDigest);
  if (pull === undefined) return undefined;
  const verdict = verdictOn(pull);
  if (verdict.kind === 'unknown') return undefined;
  const { site, view } = catalogue;
  const isApproved = verdict.kind !== 'not-approved';
  const given = isApproved ? verdict.approvals : [];
  const people = isApproved ? given.map(({ by }) => by) : pull.mergedBy === null ? [] : [pull.mergedBy];
  const day = dayIn(site.timeZone, new Date(given.at(-1)?.at ?? pull.mergedAt));
  if (day > view.day) return undefined;
  const { number, url, title } = pull;
  return {
    kind: verdict.kind,
    people: people.map((author) => speakerOf(catalogue, { author })),
    day,
    number,
    url,
    title: isForEverybody(catalogue, pull, path) ? title : undefined,
  };
}

/** Whether every other page that a pull request changed is one that readers see: its title may speak of all of them. */
function isForEverybody({ shownFiles }: Catalogue, { texts }: ApprovedPull, own: string): boolean {
  const others = texts.filter(({ path }) => path !== own);
  return texts.length === 1 || others.every(({ path }) => shownFiles.has(nameOfFile(path)));
}
