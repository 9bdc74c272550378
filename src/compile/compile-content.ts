import type { CheckReport } from '../model/check-report.ts';
import type { Author } from '../model/author.ts';
import type { Content } from '../model/content.ts';
import { dayIn, type Day } from '../model/day.ts';
import type { Group } from '../model/group.ts';
import type { Page } from '../model/page.ts';
import type { LearningPath } from '../model/path.ts';
import type { Picture, Post, Source } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import type { FileHistory } from '../model/provenance.ts';
import type { Thread } from '../model/thread.ts';
import { authorSlug, groupSlug, pageSlug, pathSlug, postSlug } from '../model/slug.ts';
import { openHistory } from '../source/remembered-history.ts';
import type { SourceContent } from '../source/read-content.ts';
import type { SourceEntry } from '../source/source-entry.ts';
import { eachWhileSame } from '../source/while-same.ts';
import { createContext, type Surroundings } from './context.ts';
import { openJudge } from './judge-content.ts';
import type { CompileOptions, JudgedContent, JudgeOptions } from './judge-once.ts';
import { pipelineFingerprint } from './records.ts';
import { remarkRequests, storeThread } from './render-thread.ts';
import { typeset } from './typeset.ts';

/** The content folder, checked and rendered. */
export interface CompiledContent {
  content: Content;
  surroundings: Surroundings;
}

export interface Compiled extends Omit<CheckReport, 'seconds'> {
  /** Undefined without a usable site.yml, because nothing can be made without it. */
  compiled: CompiledContent | undefined;
  problems: Problem[];
  /** What git cannot say about the texts. A sentence, if there is anything. */
  unknown: string | undefined;
}

/** Reads, checks and renders a content folder. Everything the authors got wrong is in `problems`. */
export type Compile = (options?: Pick<JudgeOptions, 'progress' | 'changed'>) => Promise<Compiled>;

/** Compiles a content folder once. */
export function compileContent(options: CompileOptions): Promise<Compiled> {
  return openCompiler(options)();
}

/** Opens a content folder to compile it again and again: what is as it was before stays as it was made, object by object. */
export function openCompiler(
  options: CompileOptions,
  fingerprint: string = pipelineFingerprint(options.root),
): Compile {
  const judge = openJudge(options, fingerprint);
  const history = openHistory({ ...options, fingerprint });
  let histories: ReturnType<typeof history> | undefined;
  return async (looking = {}) => {
    // A file is saved more often than a commit is made, and git takes longer than the rest of a look at one file.
    if (looking.changed === undefined) histories = undefined;
    histories ??= history();
    const told = histories;
    return judge({ render: true, ...looking }, async (judged): Promise<Compiled> => {
      const { problems, silenced, source, surroundings } = judged;
      const { files, note } = await told;
      const found = { problems, silenced, files: source.files.length, unknown: note };
      if (source.site === undefined) return { compiled: undefined, ...found };
      const { day } = options.view(source.site.data);
      const content = await contentOf(source.site.data, judged, { histories: files, today: day });
      return { compiled: { content, surroundings }, ...found };
    });
  };
}

interface Dated {
  histories: ReadonlyMap<string, FileHistory>;
  today: Day;
}

const authorOf = eachWhileSame<Author>();
const postOf = eachWhileSame<Post>();
const groupOf = eachWhileSame<Group>();
const pathOf = eachWhileSame<LearningPath>();
const pageOf = eachWhileSame<Page>();
const questionOf = eachWhileSame<Thread>();
const noApprovals: Content['approvals'] = { pulls: [], withoutPull: [] };

async function contentOf(
  site: Content['site'],
  { source, surroundings, bodies, notice, store, more }: JudgedContent,
  { histories, today }: Dated,
): Promise<Content> {
  const { language, timeZone } = site;
  const body = ({ path, textDigest }: SourceEntry<unknown>) => {
    const facts = bodies.get(path)?.facts;
    if (facts === undefined) throw new Error(`The body of ${path} was not rendered.`);
    const format = path.endsWith('.mdx') ? 'mdx' : 'md';
    const written = writtenIn(histories.get(path), timeZone, today);
    const place: Source = { path, format, ...(textDigest !== undefined && { textDigest }), ...written };
    return { body: facts, source: place };
  };
  const picture = ({ path }: SourceEntry<unknown>, src: string | undefined): Picture | undefined => {
    const found = src === undefined ? undefined : createContext(surroundings, path).picture(src);
    return found === undefined || 'problem' in found ? undefined : found;
  };
  /** What an entry is made from besides its fields. */
  const around = ({ path }: SourceEntry<unknown>, src?: string) => [
    ...[bodies.get(path)?.facts, histories.get(path), language, timeZone, today],
    src === undefined ? undefined : surroundings,
  ];
  return {
    site,
    notice: notice?.facts === undefined ? '' : store.read(notice.facts.digest),
    tags: source.tags.data.tags,
    redirects: source.redirects.data.redirects,
    synonyms: source.synonyms.data.synonyms,
    authors: source.authors.map((entry) =>
      authorOf(entry, around(entry, entry.data.picture), () => ({
        ...entry.data,
        slug: authorSlug.parse(entry.slug),
        source: entry.path,
        ...optional('portrait', picture(entry, entry.data.picture)),
      })),
    ),
    posts: source.posts.map((entry) =>
      postOf(entry, around(entry, entry.data.cover), () => ({
        ...typeset(entry.data, ['title', 'excerpt'], entry.data.lang ?? language),
        slug: postSlug.parse(entry.slug),
        ...body(entry),
        ...optional('coverPicture', picture(entry, entry.data.cover)),
      })),
    ),
    groups: source.groups.map((entry) =>
      groupOf(entry, around(entry), () => ({
        ...typeset(entry.data, ['name', 'purpose'], language),
        slug: groupSlug.parse(entry.slug),
        ...body(entry),
      })),
    ),
    paths: source.paths.map((entry) =>
      pathOf(entry, around(entry), () => ({
        ...typeset(entry.data, ['title', 'for', 'outcome'], language),
        steps: entry.data.steps.map((step) => typeset(step, ['because'], language)),
        slug: pathSlug.parse(entry.slug),
        ...body(entry),
      })),
    ),
    pages: source.pages.map((entry) =>
      pageOf(entry, around(entry), () => ({
        ...typeset(entry.data, ['title', 'excerpt'], language),
        slug: pageSlug.parse(entry.slug),
        ...body(entry),
      })),
    ),
    threads: await threadsOf(source.threads, { more, store }),
    questions: (await threadsOf(source.questions, { more, store })).map((question) =>
      questionOf(question, [language], () => typeset(question, ['title'], language)),
    ),
    copied: source.copied?.data,
    approvals: source.approvals?.data ?? noApprovals,
  };
}

type Written = Pick<Source, 'added' | 'revised' | 'history'>;

/** The history of a file in the days of the blog. A clock may have been wrong, and nothing happened after today. */
function writtenIn(history: FileHistory | undefined, timeZone: string, today: Day): Written {
  if (history === undefined) return {};
  const { changes, people } = history;
  const dayOf = (time: number | undefined) =>
    time === undefined ? undefined : dayIn(timeZone, new Date(time * 1000));
  const [added, revised] = [dayOf(history.added), dayOf(history.revised)];
  return {
    ...(added !== undefined && added <= today && { added }),
    ...(revised !== undefined && revised <= today && { revised }),
    ...(people.length > 0 && { history: { changes, people } }),
  };
}

function optional<Key extends string>(key: Key, value: Picture | undefined): Partial<Record<Key, Picture>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Picture>);
}

async function threadsOf(
  threads: SourceContent['threads'],
  { more, store }: Pick<JudgedContent, 'more' | 'store'>,
): Promise<Thread[]> {
  const requests = threads.map(remarkRequests);
  const records = await more(requests.flat());
  const known = store.digests();
  let next = 0;
  return threads.map((thread, index) =>
    storeThread(thread, records.slice(next, (next += requests[index]?.length ?? 0)), store, known),
  );
}
