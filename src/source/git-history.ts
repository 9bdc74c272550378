import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileHistory } from '../model/provenance.ts';
import { openBlobDigests } from './blob-digests.ts';
import { followFiles, type Step } from './file-lives.ts';
import type { Change } from './git-changes.ts';
import { readLog } from './git-log.ts';
import { openGit, openGitStream, type Git } from './git.ts';
import { changedTrees, readChanges } from './history-changes.ts';
import { nothingKnown, type KnownHistory } from './known-history.ts';
import type { ObjectFolder } from './object-places.ts';
import { createPeople, fileHistory, textSteps, type TextStep } from './text-steps.ts';
import { mappedSignatures } from './signatures.ts';

/** What git says about the content folder before anything is read. */
export interface Repository {
  /** The top of the repository. */
  top: string;
  /** The content folder in it, with a slash at its end; empty when it is the whole repository. */
  prefix: string;
  /** The commit that the working copy starts from. */
  head: string;
  isShallow: boolean;
  /** Where its objects can be read without git; undefined when only git knows how to. */
  objects: ObjectFolder | undefined;
  /** What makes git see another history than the one that was committed; empty in nearly every repository. */
  replaced: string;
}

/** Why nothing is known of the history, in a sentence. */
export interface NoHistory {
  because: string;
}

const questions = [
  ...['--is-shallow-repository', '--show-toplevel', '--show-prefix', '--show-object-format'],
  ...['--git-path', 'objects', '--git-path', 'info/grafts'],
];

const partialClone = String.raw`^(remote\..*\.promisor|extensions\.partialclone)$`;
const nothing = 'so no page says when it was revised and who contributed to it.';

/** Whether the history of a content folder can be read. `label` is how the folder is called in messages. */
export async function findRepository(
  dir: string,
  label: string,
  git: Git = openGit(dir),
): Promise<Repository | NoHistory> {
  const asked = await git(['rev-parse', ...questions]).then(
    (text) => text.split('\n'),
    (error: unknown) => String(error),
  );
  if (typeof asked === 'string') {
    const isMissing = await git(['--version']).then(
      () => false,
      () => true,
    );
    return {
      because: isMissing
        ? `git cannot be run, ${nothing}`
        : `${label}/ is not in a git repository, ${nothing}`,
    };
  }
  const [isShallow, top = '', prefix = '', format = '', objects = '', grafts = ''] = asked;
  const [head, isPartial, tracked, replacements, grafted] = await Promise.all([
    git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).catch(() => ''),
    git(['config', '--get-regexp', partialClone]).catch(() => ''),
    git(['ls-files', '-z', '--', '*.md', '*.mdx']),
    git(['replace', '--list']),
    textOf(resolve(dir, grafts)),
  ]);
  if (head === '') return { because: `The git repository of ${label}/ has no commit yet, ${nothing}` };
  // Everything that git would have to fetch, it would fetch one by one.
  if (isPartial !== '')
    return {
      because: `The git repository of ${label}/ is a partial clone without the texts of old versions, ${nothing} Clone it whole: without --filter.`,
    };
  if (tracked === '') return { because: `git keeps none of the texts in ${label}/, ${nothing}` };
  const replaced = `${replacements}${grafted}`;
  const idLength = new Map([
    ['sha1', 20],
    ['sha256', 32],
  ]).get(format);
  return {
    ...{ top, prefix, head: head.trim(), isShallow: isShallow === 'true', replaced },
    objects: idLength && replaced === '' ? { path: resolve(dir, objects), idLength } : undefined,
  };
}

/** What a shallow clone cannot say. */
export function shallowNote(label: string): string {
  return `The clone of ${label}/ is shallow: it lacks the older commits, so no page names its contributors, and only what was revised in the commits that are there has a date. Fetch the rest with: git fetch --unshallow (in a workflow: fetch-depth: 0).`;
}

interface ReadOptions {
  /** Which commit is gone back from. */
  start?: string;
  /** What earlier readings found; what this one finds is added to it. */
  known?: KnownHistory;
}

/** Every step in the texts of a content folder, by the path of the file relative to it; oldest first. */
export async function readTextSteps(
  { top, prefix, isShallow, head, objects }: Repository,
  { start = head, known = nothingKnown() }: ReadOptions = {},
): Promise<Map<string, TextStep[]>> {
  const stream = openGitStream(top);
  const log = await readLog(stream, start);
  const pairs = changedTrees(log, isShallow);
  known.needed = pairs.length;
  const isText = (path: string) => path.startsWith(prefix) && /\.mdx?$/u.test(path);
  const isContent = (path: string) => path.startsWith(prefix) || isMadeFromContent(path);
  const digests = openBlobDigests(stream, known.digests);
  const want = ({ kind, before, after }: Change) => {
    if (before !== after && kind !== 'added') digests.want(before);
    if (before !== after && kind !== 'deleted') digests.want(after);
  };
  let files: Map<string, Step[]>;
  try {
    const changes = await readChanges(pairs, known.changes, {
      ...{ stream, objects },
      onChanges: (found) => {
        for (const change of found) if (isText(change.path)) want(change);
      },
    });
    files = followFiles(log, changes, { isText, isContent, isShallow });
    // Others had a name once that is none of a text.
    for (const steps of files.values()) for (const { change } of steps) want(change);
  } finally {
    await digests.end();
  }
  const ignored = new Set(
    (await textOf(join(top, '.git-blame-ignore-revs'))).match(/^[\da-f]{40,64}(?=\s|$)/gmu),
  );
  return new Map(
    [...textSteps(files, known.digests, ignored)].map(([path, steps]) => [path.slice(prefix.length), steps]),
  );
}

// Commands write these from the content, and whoever changes the content commits them with it.
const madeFromContent = /(?:^|\/)CODEOWNERS$|^\.(?:github|gitea|forgejo)\/ISSUE_TEMPLATE\//u;

function isMadeFromContent(path: string): boolean {
  return madeFromContent.test(path);
}

/** The history of every text in a content folder, by the path of the file relative to it. */
export async function readHistory(
  repository: Repository,
  options: ReadOptions = {},
): Promise<Map<string, FileHistory>> {
  const files = await readTextSteps(repository, options);
  const written = new Set<string>();
  for (const steps of files.values())
    for (const { commit } of steps) for (const line of commit.coAuthors) written.add(line);
  const people = createPeople(await mappedSignatures(openGit(repository.top), written));
  return new Map(
    [...files].flatMap(([path, steps]) =>
      steps.length === 0 ? [] : [[path, fileHistory(steps, people, repository.isShallow)] as const],
    ),
  );
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
