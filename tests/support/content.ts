import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** File contents by path relative to the folder; null leaves a file of the minimal blog out. */
export type Files = Record<string, string | Uint8Array | null>;

/** The smallest blog that has one of each thing a post refers to. */
const minimal: Files = {
  'site.yml': 'name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\n',
  'tags.yml': 'tags:\n  - slug: tools\n    label: Tools\n    description: Things that help.\n',
  'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\n',
  'posts/first.md': post({ title: 'First words' }),
};

/** A post as a file. Fields are written as they are given: text in YAML. */
export function post(fields: Record<string, string> = {}, body = 'Some words about work.\n'): string {
  const all = { title: 'A post', date: '2026-03-12', authors: '[ada]', tags: '[tools]', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** A folder of its own under the system's temporary folder, or another, and how to be rid of it. */
export async function temporaryFolder(
  parent = tmpdir(),
): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await realpath(await mkdtemp(join(parent, 'watercooler-test-')));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Writes files below a folder and makes the folders they need; null deletes a file. */
export async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path);
    await mkdir(dirname(file), { recursive: true });
    if (content === null) await rm(file, { force: true });
    else await writeFile(file, content);
  }
}

/** Writes the minimal blog with changes to a folder. */
export function writeContent(dir: string, changes: Files = {}): Promise<void> {
  return writeFiles(dir, { ...minimal, ...changes });
}
