import { verdictOn, type ApprovedPull, type Reviewer, type Verdict } from '../../src/model/approval.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { reviewDay } from '../../src/model/catalogue.ts';
import type { Silenced } from '../../src/model/check-report.ts';
import { dayIn, type Day } from '../../src/model/day.ts';
import {
  absoluteUrl,
  groupPermalink,
  pagePermalink,
  pathPermalink,
  postPermalink,
} from '../../src/model/permalink.ts';
import type { Source } from '../../src/model/post.ts';

/** A page of the content folder, whoever may see it. */
interface AuditedPage {
  file: string;
  title: string;
  page: string;
}

/** Everything that an audit asks for. Plain data, in the order of the files. */
export interface AuditRegister {
  day: Day;
  /** For each page, who approved its text as it stands. */
  approvals: (AuditedPage & {
    state: Verdict['kind'];
    by: string[];
    on: Day | null;
    mergedBy: string | null;
    pull: { number: number; title: string; url: string } | null;
  })[];
  reviews: (AuditedPage & { by: Day; owner: string; isPast: boolean })[];
  owners: (AuditedPage & { owners: string[] })[];
  /** Rules that were silenced, and clauses of the policy that were set aside, with the reasons. */
  overrides: {
    file: string;
    line: number;
    rule: string;
    clause: string | null;
    because: string;
    scope: 'line' | 'file';
  }[];
  /** Posts that ask readers to confirm that they have read them. Who did stays on their devices. */
  acknowledgements: AuditedPage[];
  /** Every pull request that changed texts, as far as the forge was asked. */
  pulls: {
    number: number;
    title: string;
    url: string;
    author: string | null;
    mergedBy: string | null;
    mergedOn: Day;
    state: Verdict['kind'];
    by: string[];
    files: string[];
  }[];
  commitsWithoutPull: string[];
}

type Content = Catalogue['source'];

/** Collects the register. `label` is how the content folder is named in messages. */
export function auditRegister(
  { source: content, view, pullByText, authorBySlug }: Catalogue,
  silenced: readonly Silenced[],
  label: string,
): AuditRegister {
  const pages = pagesOf(content, label);
  const nameOf = (slug: Content['posts'][number]['authors'][number]) => authorBySlug.get(slug)?.name ?? slug;
  const posts = content.posts.map((post) => ({
    post,
    page: pageOf(content, label, post.source, post.title, postPermalink(post.slug)),
  }));
  return {
    day: view.day,
    approvals: pages.map(({ source, ...page }) => ({
      ...page,
      ...approvalIn(pullByText.get(source.textDigest ?? ''), content.site.timeZone),
    })),
    reviews: posts.flatMap(({ post, page }) => {
      const [by, owner = post.authors[0]] = [reviewDay(post), post.owner];
      if (by === undefined || owner === undefined) return [];
      return [{ ...page, by, owner: nameOf(owner), isPast: by < view.day }];
    }),
    owners: [
      ...posts.map(({ post, page }) => ({
        ...page,
        owners: [post.owner ?? post.authors[0]].flatMap((slug) => (slug === undefined ? [] : [nameOf(slug)])),
      })),
      ...content.groups.map((group) => ({
        ...pageOf(content, label, group.source, group.name, groupPermalink(group.slug)),
        owners: group.stewards.map(nameOf),
      })),
    ],
    overrides: silenced.map(({ file, line, rule, clause = null, because, scope }) => ({
      file,
      line,
      rule,
      clause,
      because,
      scope,
    })),
    acknowledgements: posts.filter(({ post }) => post.acknowledge).map(({ page }) => page),
    pulls: content.approvals.pulls.map((pull) => {
      const { state, by } = approvalIn(pull, content.site.timeZone);
      const { number, title, url, author, mergedBy, texts } = pull;
      const mergedOn = dayIn(content.site.timeZone, new Date(pull.mergedAt));
      const files = texts.map(({ path }) => `${label}/${path}`);
      return {
        number,
        title,
        url,
        author: loginOf(author),
        mergedBy: loginOf(mergedBy),
        mergedOn,
        state,
        by,
        files,
      };
    }),
    commitsWithoutPull: content.approvals.withoutPull,
  };
}

function pagesOf(content: Content, label: string): (AuditedPage & { source: Source })[] {
  const of = (source: Source, title: string, permalink: Parameters<typeof absoluteUrl>[1]) => ({
    ...pageOf(content, label, source, title, permalink),
    source,
  });
  return [
    ...content.posts.map(({ source, title, slug }) => of(source, title, postPermalink(slug))),
    ...content.groups.map(({ source, name, slug }) => of(source, name, groupPermalink(slug))),
    ...content.paths.map(({ source, title, slug }) => of(source, title, pathPermalink(slug))),
    ...content.pages.map(({ source, title, slug }) => of(source, title, pagePermalink(slug))),
  ];
}

function pageOf(
  { site }: Content,
  label: string,
  { path }: Source,
  title: string,
  permalink: Parameters<typeof absoluteUrl>[1],
): AuditedPage {
  return { file: `${label}/${path}`, title, page: absoluteUrl(site, permalink) };
}

function approvalIn(
  pull: ApprovedPull | undefined,
  timeZone: string,
): Omit<AuditRegister['approvals'][number], keyof AuditedPage> {
  if (pull === undefined) return { state: 'unknown', by: [], on: null, mergedBy: null, pull: null };
  const verdict = verdictOn(pull);
  const approvals = 'approvals' in verdict ? verdict.approvals : [];
  const { number, title, url, mergedBy, mergedAt } = pull;
  return {
    state: verdict.kind,
    by: approvals.map(({ by }) => loginOf(by) ?? 'an account that is gone'),
    on: dayIn(timeZone, new Date(approvals.at(-1)?.at ?? mergedAt)),
    mergedBy: loginOf(mergedBy),
    pull: { number, title, url },
  };
}

/** In an audit people are the accounts that they have, which are never the same. */
function loginOf(person: Reviewer): string | null {
  return person?.login ?? null;
}
