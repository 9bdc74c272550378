import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarkdownContext } from '../markdown/context.ts';
import { renderMarkdown, type Rendered } from '../markdown/render.ts';
import type { BodyFacts } from '../model/post.ts';
import { digestOf } from '../source/read-content.ts';
import { answerText, createContext, type Dependency, type Surroundings } from './context.ts';
import { openRenderedStore, type RenderedStore } from './rendered-store.ts';

/** A rendering without its HTML, which is in the store under `facts.digest`. */
export interface RenderedBody extends Pick<Rendered, 'messages' | 'fragments'> {
  facts: BodyFacts;
  /** Every id in the HTML: where a fragment may lead. */
  ids: string[];
}

interface RenderRecord extends RenderedBody {
  asked: Dependency[];
}

interface Body {
  /** The file, relative to the content folder. */
  path: string;
  format: 'md' | 'mdx';
  body: string;
  idPrefix?: string;
}

/** Renders bodies, and remembers what it rendered between builds. */
export interface RenderCache {
  store: RenderedStore;
  render: (body: Body, surroundings: Surroundings) => Promise<RenderedBody>;
  /** Writes down what this build rendered or used; the rest is forgotten. */
  save: () => Promise<void>;
}

/**
 * Opens the cache in a folder that may be deleted at any time. A rendering is used again only when its source, the
 * pipeline (`fingerprint`) and the answer to every question it asked about the rest of the blog are the same.
 */
export async function openRenderCache(cacheDir: string, fingerprint: string): Promise<RenderCache> {
  const store = openRenderedStore(cacheDir);
  const file = join(cacheDir, 'renderings.json');
  const remembered = await readRecords(file, fingerprint);
  const used = new Map<string, RenderRecord>();
  let changed = false;

  const render: RenderCache['render'] = async (body, surroundings) => {
    const key = digestOf(body.path, body.format, body.idPrefix ?? '', body.body);
    const known = remembered.get(key);
    if (
      known !== undefined &&
      stillTrue(known, body.path, surroundings) &&
      (await store.has(known.facts.digest))
    ) {
      used.set(key, known);
      return known;
    }
    const asked: Dependency[] = [];
    const { record, html } = renderOnce(body, createContext(surroundings, body.path, asked), asked);
    await store.write(record.facts.digest, html);
    used.set(key, record);
    changed = true;
    return record;
  };

  const save = async () => {
    if (!changed && used.size === remembered.size) return;
    await mkdir(cacheDir, { recursive: true });
    const unfinished = `${file}.${String(process.pid)}`;
    await writeFile(unfinished, JSON.stringify({ fingerprint, records: [...used] }));
    await rename(unfinished, file);
  };
  return { store, render, save };
}

function renderOnce(
  { body, format, idPrefix }: Body,
  context: MarkdownContext,
  asked: readonly Dependency[],
): { record: RenderRecord; html: string } {
  // In a page, a remark stands under a heading of level 2 of its own.
  const inThread = idPrefix === undefined ? {} : { idPrefix, headingOffset: 2 };
  const rendered = renderMarkdown(body, { format, context, ...inThread });
  const { html, messages, fragments } = rendered;
  const facts = { ...rendered.facts, files: filesIn(asked), digest: digestOf(html) };
  const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id = '']) => id);
  return { record: { facts, messages, fragments, ids, asked: [...asked] }, html };
}

/** The files that a body was given addresses of. */
function filesIn(asked: readonly Dependency[]): string[] {
  const addresses = asked
    .filter(([question]) => question === 'picture' || question === 'attachment')
    .flatMap(([, , answer]) => answer.match(/\/(?:pictures|files)\/[^" ]+/gu) ?? []);
  return [...new Set(addresses)];
}

function stillTrue({ asked }: RenderRecord, path: string, surroundings: Surroundings): boolean {
  const context = createContext(surroundings, path);
  return asked.every(([question, about, answer]) => answerText(context[question](about)) === answer);
}

/** What an earlier build remembered; nothing when the file is missing, torn or from another pipeline. */
async function readRecords(file: string, fingerprint: string): Promise<Map<string, RenderRecord>> {
  try {
    const saved = JSON.parse(await readFile(file, 'utf8')) as {
      fingerprint: string;
      records: [string, RenderRecord][];
    };
    return saved.fingerprint === fingerprint ? new Map(saved.records) : new Map();
  } catch {
    return new Map();
  }
}

/** Changes whenever the pipeline does: its own code, the model it uses, and the versions of the packages. */
export async function pipelineFingerprint(root: string): Promise<string> {
  const folders = ['src/markdown', 'src/compile', 'src/model'];
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder))).sort().map((name) => join(root, folder, name)),
    ),
  );
  const files = [...lists.flat(), join(root, 'package-lock.json')].filter((name) =>
    /\.(?:ts|json)$/u.test(name),
  );
  return digestOf(...(await Promise.all(files.map((name) => readFile(name)))));
}
