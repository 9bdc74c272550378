import type { FileContributor, FileHistory } from '../model/provenance.ts';
import type { LandedCommit, Step } from './file-lives.ts';
import type { Signature } from './git-log.ts';
import { personOf, type Person } from './signatures.ts';

/** A commit that changed what a reader reads in a file. */
export interface TextStep {
  commit: LandedCommit;
  /** When it came into the branch, for the first time if twice. */
  landed: number;
  kind: 'added' | 'changed';
  /** The name of the file at that time, relative to the top of the repository. */
  path: string;
  /** The text after it, as `textDigest` names it. */
  digest: string;
  /** Whether it is the work of somebody on this text, and not a change of many files at once. */
  counts: boolean;
}

// Nobody rewrites this many texts in one commit: a name was replaced, the files were moved here, or a program went over them.
const mostTexts = 20;

/**
 * The steps that changed a text, oldest first. A step counts as somebody's work unless its commit also changes files that
 * are not content, changes more than twenty texts, or is listed in `.git-blame-ignore-revs`.
 */
export function textSteps(
  files: ReadonlyMap<string, readonly Step[]>,
  digests: ReadonlyMap<string, string>,
  ignored: ReadonlySet<string>,
): Map<string, TextStep[]> {
  const all = new Map([...files].map(([path, steps]) => [path, changesOfText(steps, digests)]));
  const texts = new Map<string, number>();
  for (const { commit } of [...all.values()].flat()) texts.set(commit.id, (texts.get(commit.id) ?? 0) + 1);
  for (const step of [...all.values()].flat()) {
    const { id, isMixed } = step.commit;
    step.counts = !isMixed && !ignored.has(id) && (texts.get(id) ?? 0) <= mostTexts;
  }
  return all;
}

function changesOfText(steps: readonly Step[], digests: ReadonlyMap<string, string>): TextStep[] {
  const changes = new Map<string, TextStep>();
  let last: string | undefined;
  for (const { commit, change } of [...steps].sort((a, b) => b.commit.order - a.commit.order)) {
    const twin = changes.get(commit.sameness);
    if (twin !== undefined) {
      twin.landed = Math.min(twin.landed, commit.landed);
      continue;
    }
    const nameOf = (blob: string) => digests.get(blob) ?? blob;
    const digest = nameOf(change.after);
    const isFirst = change.kind === 'added' && last === undefined;
    const before = change.kind === 'added' ? last : nameOf(change.before);
    last = digest;
    if (!isFirst && before === digest) continue;
    const kind = isFirst ? 'added' : 'changed';
    const { landed } = commit;
    changes.set(commit.sameness, { commit, landed, kind, path: change.path, digest, counts: true });
  }
  return [...changes.values()];
}

/** What the steps of one file come to. */
export function fileHistory(steps: readonly TextStep[], people: People, isShallow: boolean): FileHistory {
  const [first] = steps;
  const added = first?.kind === 'added' ? first.landed : undefined;
  const counted = steps.filter(({ counts }) => counts);
  // What came together with the file was written before anybody could read it.
  const revisions = counted.filter((step) => step.kind === 'changed' && step.landed !== added);
  const revised = Math.max(...revisions.map(({ landed }) => landed));
  return {
    ...(added !== undefined && { added }),
    ...(revisions.length > 0 && { revised }),
    changes: isShallow ? 0 : counted.length,
    people: isShallow ? [] : peopleOf(counted, people),
  };
}

/** The people behind a commit; machines are none. */
type People = (commit: LandedCommit) => Person[];

/** Tells the people of commits. `mapped` has those behind the lines of co-authors. */
export function createPeople(mapped: ReadonlyMap<string, Signature>): People {
  const known = new Map<string, Person | undefined>();
  const person = (signature: Signature) => {
    const key = `${signature.name}\0${signature.email}`;
    if (!known.has(key)) known.set(key, personOf(signature));
    return known.get(key);
  };
  return ({ author, coAuthors }) =>
    [author, ...coAuthors.flatMap((line) => mapped.get(line) ?? [])].flatMap(
      (signature) => person(signature) ?? [],
    );
}

function peopleOf(steps: readonly TextStep[], people: People): FileContributor[] {
  const contributors = new Map<string, FileContributor>();
  for (const { commit } of steps) {
    const persons = new Map(people(commit).map((person) => [person.key, person]));
    for (const { key, ...person } of persons.values())
      contributors.set(key, { ...person, changes: (contributors.get(key)?.changes ?? 0) + 1 });
  }
  return [...contributors.values()].sort((a, b) => b.changes - a.changes);
}
