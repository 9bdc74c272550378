import { relative, sep } from 'node:path';
import type { Content } from '../model/content.ts';
import { createCatalogue, type Catalogue } from '../model/catalogue.ts';
import { ageOfCopies } from '../model/copied.ts';
import { formatProblems, isError, type Problem } from '../model/problem.ts';
import type { View } from '../model/visibility.ts';
import type { BuildMessage } from './build-messages.ts';
import { openCompiler, type Compile, type Compiled, type CompiledContent } from './compile-content.ts';
import type { CompileOptions } from './judge-once.ts';
import { openKnownRelated } from './known-related.ts';
import { pipelineFingerprint } from './records.ts';
import { openRenderedStore, type RenderedStore } from './rendered-store.ts';

/** The content folder of this process, compiled once and again whenever something in it changed. */
export interface ContentFolder {
  /** Absolute. */
  dir: string;
  /** What the next build starts from. The last good content stays while an author mends a mistake. */
  compiled: () => CompiledContent;
  /** What this build shows of it, indexed once. */
  catalogue: () => Catalogue;
  /** Errors and advice, in order. */
  problems: () => readonly Problem[];
  view: () => View;
  store: RenderedStore;
  /** The path of a file relative to the folder, with forward slashes. */
  pathOf: (file: string) => string;
  /**
   * Looks again, and says whether there is something else to be shown. If it is told which files have changed, by their paths relative to
   * the folder, it believes that, and is ten times as quick.
   */
  refresh: (changed?: readonly string[]) => Promise<boolean>;
  /** Lets go of what is kept for another look, which would read everything again. */
  settle: () => void;
  /** Keeps what was found out while pages were planned. */
  keep: () => Promise<void>;
}

/** Opens a content folder; `tell` hears how far that has come, and what was found. */
export async function openContentFolder(
  options: CompileOptions,
  tell: (message: BuildMessage) => Promise<void> = () => Promise.resolve(),
): Promise<ContentFolder> {
  const started = performance.now();
  const fingerprint = pipelineFingerprint(options.root);
  const related = await openKnownRelated(options.cacheDir, fingerprint);
  let compile: Compile | undefined = openCompiler(options, fingerprint);
  const first = await compile({
    progress: (done, total) => {
      void tell({ kind: 'progress', done, total });
    },
  });
  await tell(foundIn(first, options, (performance.now() - started) / 1000));
  let { compiled, problems } = first;
  const refresh = async (changed?: readonly string[]) => {
    compile ??= openCompiler(options, fingerprint);
    const next = await compile({ changed });
    ({ problems } = next);
    if (next.compiled === undefined) return false;
    const before = compiled?.content;
    const content = withLastGood(next.compiled.content, before, brokenFiles());
    const shown = before !== undefined && isSame(content, before) ? before : content;
    compiled = { ...next.compiled, content: shown };
    return shown !== before;
  };
  const brokenFiles = () =>
    new Set(problems.filter(isError).map(({ file }) => file.slice(options.label.length + 1)));
  const whole = () => {
    if (compiled !== undefined) return compiled;
    const text = `\n${formatProblems(problems.filter(isError))}`;
    // Where the engine noticed it says nothing to an author.
    throw Object.assign(new Error(text), { stack: text });
  };
  let last: Catalogue | undefined;
  const view = () => options.view(whole().content.site);
  return {
    dir: options.dir,
    compiled: whole,
    catalogue: () => {
      const { content } = whole();
      if (last?.source !== content) last = createCatalogue(content, view(), related.relate);
      return last;
    },
    problems: () => problems,
    view,
    store: openRenderedStore(options.cacheDir),
    pathOf: (file) => relative(options.dir, file).split(sep).join('/'),
    refresh,
    settle: () => {
      compile = undefined;
    },
    keep: related.keep,
  };
}

function foundIn(
  { compiled, problems, silenced, files, unknown }: Compiled,
  { view }: CompileOptions,
  seconds: number,
): BuildMessage {
  const report = { problems, silenced, files, seconds };
  if (compiled === undefined) return { kind: 'checked', report, age: undefined, unknown };
  const { site, copied, threads, questions } = compiled.content;
  const age = ageOfCopies(copied, [...threads, ...questions], view(site).day);
  return { kind: 'checked', report, age, unknown };
}

/** Whether two contents hold the same things. What has not changed is not made again, and is the same object. */
function isSame(a: Content, b: Content): boolean {
  return (Object.keys(a) as (keyof Content)[]).every((name) => {
    const [part, other]: unknown[] = [a[name], b[name]];
    if (!Array.isArray(part) || !Array.isArray(other)) return part === other;
    return part.length === other.length && part.every((item, index) => item === other[index]);
  });
}

/** Entries whose files have an error at the moment, as they were before; everything else as it is. */
function withLastGood(next: Content, before: Content | undefined, broken: ReadonlySet<string>): Content {
  if (before === undefined || broken.size === 0) return next;
  const kept = <Entry extends { slug: string; source: { path: string } }>(
    entries: Entry[],
    earlier: readonly Entry[],
  ) => {
    const good = new Map(
      earlier.filter(({ source }) => broken.has(source.path)).map((entry) => [entry.source.path, entry]),
    );
    const known = new Set(entries.map(({ slug }) => slug));
    const lost = [...good.values()].filter(({ slug }) => !known.has(slug));
    return [...entries.map((entry) => good.get(entry.source.path) ?? entry), ...lost];
  };
  return {
    ...next,
    posts: kept(next.posts, before.posts),
    groups: kept(next.groups, before.groups),
    paths: kept(next.paths, before.paths),
    pages: kept(next.pages, before.pages),
    tags: next.tags.length > 0 ? next.tags : before.tags,
  };
}

const key = Symbol.for('watercooler.content-folder');
const registry = globalThis as { [key]?: ContentFolder };

/**
 * Astro runs its configuration in Node and `content.config.ts`, the pages and the loaders through Vite, which gives
 * each side modules of its own. The one folder of the process is therefore handed over on the global object.
 */
export function shareContentFolder(folder: ContentFolder): void {
  registry[key] = folder;
}

export function sharedContentFolder(): ContentFolder {
  const folder = registry[key];
  if (folder === undefined)
    throw new Error('The content folder is not open. Is the watercooler() integration in astro.config.mjs?');
  return folder;
}
