import type { Silenced } from '../model/check-report.ts';
import type { Problem } from '../model/problem.ts';
import { siteSchema, type Site } from '../model/site.ts';
import type { View } from '../model/visibility.ts';
import { createNames, type Names } from '../lint/names.ts';
import type { FilePlaced } from '../model/references.ts';
import { digestOf } from '../source/digest.ts';
import { fieldsOf } from '../source/content-fields.ts';
import { readContent, type FileReader, type SourceContent } from '../source/read-content.ts';
import type { WhileSame } from '../source/while-same.ts';
import { addressTable, createAddresses, type Addresses, type AddressTable } from './addresses.ts';
import { bodyRecords, type BodyRequest } from './bodies.ts';
import type { Surroundings } from './context.ts';
import type { Crew } from './crew.ts';
import { entryProblems } from './entry-problems.ts';
import { entryRequests, noticeRequest } from './entry-requests.ts';
import { formProblems } from './form-problems.ts';
import { fragmentProblems } from './fragments.ts';
import type { BodyRecord } from './perform-body.ts';
import { ownersProblems } from './owners-problems.ts';
import type { Records } from './records.ts';
import type { RenderedStore } from './rendered-store.ts';
import type { Looks } from './seen-files.ts';
import { surveyAssets } from './survey-assets.ts';
import { startPhase } from './timings.ts';
import { withoutSilenced } from './without-silenced.ts';

export interface CompileOptions {
  /** The content folder, absolute. */
  dir: string;
  /** How the content folder is named in messages, such as `content`. */
  label: string;
  cacheDir: string;
  /** Where it is remembered what earlier runs found out, if not in `cacheDir`, and another such place to begin with. */
  memory?: { dir: string; seed: string };
  /** The folder of the engine, whose code is part of the cache's key. */
  root: string;
  view: (site: Pick<Site, 'timeZone'>) => View;
}

export interface JudgeOptions {
  /** Whether every body is rendered too. */
  render: boolean;
  /** Which files are spoken of, by their paths relative to the content folder. Everything is read all the same. */
  only?: (path: string) => boolean;
  /** Which files have changed since the last look, if that is known; of the others it is believed that they have not. */
  changed?: readonly string[] | undefined;
  /** Is told how many of the bodies are done. */
  progress?: (done: number, total: number) => void;
  /** After how many milliseconds a body is given up. */
  patience?: number;
}

// Far longer than any real text takes, also on a busy machine: what gets near it hangs.
const usualPatience = 20_000;

/** The content folder as the check sees it. */
export interface JudgedContent {
  /** Errors and advice, in the order of files and lines. */
  problems: Problem[];
  /** What authors silenced, in the same order. */
  silenced: Silenced[];
  source: SourceContent;
  surroundings: Surroundings;
  /** By path. */
  bodies: ReadonlyMap<string, BodyRecord>;
  /** Of the notice in site.yml, if there is one. */
  notice: BodyRecord | undefined;
  store: RenderedStore;
  /** Records for more bodies, such as those of comments, while the crew is still there. */
  more: (requests: readonly BodyRequest[]) => Promise<BodyRecord[]>;
}

/** What is kept from one look to the next. */
export interface Known {
  records: Records;
  looks: Looks;
  store: RenderedStore;
  addressTable: WhileSame<AddressTable>;
  surroundings: WhileSame<Surroundings>;
  names: WhileSame<Names>;
  sure: WhileSame<WeakSet<BodyRecord>>;
  references: WhileSame<FilePlaced[]>;
}

/** Looks at the content folder once, and judges it. */
export async function judgeOnce(
  { dir, label, cacheDir, root, view }: CompileOptions,
  { render, only = () => true, changed, progress, patience = usualPatience }: JudgeOptions,
  known: Known,
  crew: Crew,
): Promise<JudgedContent> {
  const { records, store } = known;
  const endReading = startPhase('read');
  const { walk, look } = await known.looks(changed);
  const source = await readContent({ dir, label, reader: reading(records, crew), walk, look });
  const survey = await surveyAssets({ dir, label, look }, source.assets, records);
  endReading();

  const endMarkdown = startPhase('markdown');
  const site = source.site?.data ?? siteSchema.parse({ ...unnamed, ...source.soundSite });
  const viewed = view(site);
  const fields = fieldsOf(source);
  const addresses = known.addressTable([JSON.stringify(viewed), ...fields], () =>
    addressTable(source, viewed),
  );
  const surroundings = known.surroundings([addresses, ...survey.seen], () => ({
    addresses: createAddresses(addresses),
    pictures: survey.pictures,
    attachments: survey.attachments,
  }));
  const { pictures, attachments } = surroundings;
  const lint = { words: source.words, policy: source.policy.data };
  const list = namesIn(source);
  const outfit = {
    addresses,
    pictures,
    attachments,
    lint: { ...lint, names: list },
    render,
    cacheDir,
    patience,
  };
  const names = known.names(list, () => createNames(list));
  const sure = known.sure([surroundings, names], () => new WeakSet());
  const equipment = { records, store, surroundings, names, sure, render };
  const more = (requests: readonly BodyRequest[]) =>
    bodyRecords(requests, {
      ...{ ...equipment, progress },
      hire: async (jobs) => {
        await crew.equip(outfit, jobs);
        return crew.bodies;
      },
    });

  const requests = entryRequests(source, site.language, digestOf(JSON.stringify(lint)));
  const bodies = await judgeBodies(requests, {
    more,
    addresses: surroundings.addresses,
    only,
  });
  const [notice] = await more(noticeRequest(source));
  endMarkdown();
  const found = [
    ...source.problems,
    ...survey.problems,
    ...entryProblems({ source, surroundings, bodies, notice, label }, (find) =>
      known.references(fields, find),
    ),
    ...(await ownersProblems(source, { dir, root })),
    ...(await formProblems(source, { dir, root })),
    ...fragmentProblems(
      [...bodies].map(([path, record]) => ({ path, ...record })),
      surroundings.addresses,
      label,
    ),
  ];
  const spoken = found.filter(({ file }) => only(relativeTo(label, file)));
  const { problems, silenced } = withoutSilenced(spoken, source, {
    ...{ label, only },
    // To whom everything is shown no link leads to something hidden, and the exception is needed all the same.
    idle: viewed.preview || viewed.audience.kind === 'members' ? ['invisible-link'] : [],
  });
  return { problems, silenced, source, surroundings, bodies, notice, store, more };
}

/** The path of a file relative to the content folder; most are in it. */
function relativeTo(label: string, file: string): string {
  return file.startsWith(`${label}/`) ? file.slice(label.length + 1) : `../${file}`;
}

/** Records of the bodies that are spoken of, and of those whose headings they name. */
async function judgeBodies(
  requests: readonly BodyRequest[],
  {
    more,
    addresses,
    only,
  }: { more: JudgedContent['more']; addresses: Addresses; only: (path: string) => boolean },
): Promise<Map<string, BodyRecord>> {
  const bodies = new Map<string, BodyRecord>();
  const judge = async (wanted: readonly BodyRequest[]) => {
    for (const [index, record] of (await more(wanted)).entries())
      bodies.set(wanted[index]?.path ?? '', record);
  };
  await judge(requests.filter(({ path }) => only(path)));
  const named = new Set(
    [...bodies.values()].flatMap(({ fragments }) => fragments).map(({ path }) => addresses.sourceOf(path)),
  );
  await judge(requests.filter(({ path }) => named.has(path) && !bodies.has(path)));
  return bodies;
}

/** The names of the people who write here, and of the blog. */
function namesIn({ authors, site }: SourceContent): string[] {
  return [...authors.map(({ data }) => data.name), site?.data.name ?? ''];
}

/** Stands in for what a site.yml has wrong, so that everything else is judged all the same. */
const unnamed = { name: '–', purpose: '–', url: 'https://blog.invalid' };

function reading(records: Records, crew: Crew): (paths: readonly string[]) => FileReader {
  return (paths) => {
    crew.expect(paths.filter((path) => !records.knows('file', path)).length);
    return async ({ kind, path, digest, bytes }) => {
      const known = records.recall('file', path, digest);
      if (known !== undefined) return known;
      const record = await crew.read({ kind, path, bytes: bytes() });
      const before = records.latest('file', path)?.data;
      // By its data others notice that nothing has changed besides the text.
      const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(record.data);
      const kept = isSame ? { ...record, data: before } : record;
      records.remember('file', path, digest, kept);
      return kept;
    };
  };
}
