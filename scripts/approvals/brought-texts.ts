import type { TextStep } from '../../src/source/text-steps.ts';

/** What a commit changed of the texts of the blog. */
export interface BroughtTexts {
  /** When it came into the branch, in seconds since 1970. */
  landed: number;
  texts: {
    /** The file as it is called today. */
    file: string;
    /** As it was called then, relative to the content folder. */
    path: string;
    digest: string;
  }[];
}

/** What each commit changed, by its id; the oldest first. */
export function broughtTexts(
  files: ReadonlyMap<string, readonly TextStep[]>,
  prefix: string,
): Map<string, BroughtTexts> {
  const all = [...files]
    .flatMap(([file, steps]) => steps.map((step) => ({ file, ...step })))
    .sort((a, b) => b.commit.order - a.commit.order);
  const commits = new Map<string, BroughtTexts>();
  for (const { file, path, digest, landed, commit } of all) {
    const brought = commits.get(commit.id) ?? { landed, texts: [] };
    brought.texts.push({ file, path: path.startsWith(prefix) ? path.slice(prefix.length) : path, digest });
    commits.set(commit.id, brought);
  }
  return commits;
}
