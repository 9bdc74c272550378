import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tellBuilt, tellCommand, type BuildMessage } from '../compile/build-messages.ts';
import type { Settings } from '../compile/settings.ts';
import type { View } from '../model/visibility.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { digestOf } from '../source/digest.ts';
import { keepText, keptText } from '../source/kept-text.ts';
import { stateOfHistory } from '../source/remembered-history.ts';
import type { Build } from './build.ts';

/** What a build leaves for the next one, which may find that nobody has touched anything. */
interface Note {
  appearance: string;
  timeZone: string;
  view: View;
  /** What the whole output was made from. */
  output: string;
  told: readonly BuildMessage[];
}

// The clocks of disks may be as coarse as that: what was written since could be written again at the same time.
const coarsestMs = 2000;
const made = new Set(['.git', 'node_modules', '.cache']);

/**
 * Names how everything looks from outside that a build is made from, by sizes, times and places on the disk: the engine, the
 * content folder, and the state of git. A checkout gives every file another time. Undefined where the looks say nothing: a file
 * was written just now, or the clone is shallow.
 */
export async function appearanceOf(settings: Settings): Promise<string | undefined> {
  const { root, dir, outDir, cacheDir, preview } = settings;
  const started = Date.now();
  const history = await stateOfHistory(settings);
  if (history === undefined) return undefined;
  const found = [process.version, root, dir, String(preview), history];
  const times: number[] = [];
  const seen = new Set<string>();
  const look = (folder: string): void => {
    // It may be around the one that a link to it stands in.
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (made.has(entry.name) || path === outDir || path === cacheDir) continue;
      // A link leads to what may be changed elsewhere, or nowhere.
      const facts = statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path);
      if (facts.isDirectory()) {
        look(path);
        continue;
      }
      const { size, mtimeMs, ctimeMs, ino } = facts;
      times.push(mtimeMs, ctimeMs);
      found.push(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}`);
    }
  };
  look(root);
  if (!dir.startsWith(join(root, '/'))) look(dir);
  const isSettled = times.every((time) => time < started - coarsestMs);
  return isSettled ? digestOf(found.sort().join('\n')) : undefined;
}

/**
 * Leaves the output as it is when it stands there whole and nothing was touched since it was made; says again what its build
 * has said, and whether that is so. Nothing is read for it but the notes.
 */
export async function isUntouched(
  settings: Settings,
  appearance: string | undefined,
  files: () => KeptFiles,
): Promise<boolean> {
  const started = performance.now();
  const text = await keptText(noteOf(settings), process.version);
  if (settings.compact || appearance === undefined || text === '') return false;
  // It was written with this type, and kept with a digest.
  const note = JSON.parse(text) as Note;
  const isSameDay = JSON.stringify(settings.view(note)) === JSON.stringify(note.view);
  if (note.appearance !== appearance || !isSameDay || !files().keepAll(note.output)) return false;
  files().finish(note.output);
  const seconds = (performance.now() - started) / 1000;
  for (const message of note.told)
    await tellCommand(
      message.kind === 'checked' ? { ...message, report: { ...message.report, seconds } } : message,
    );
  await tellBuilt(files().paths(), []);
  return true;
}

/** Keeps what the next build needs to know of this one. */
export async function noteUntouched(
  appearance: string,
  { settings, folder, keys, told }: Build,
): Promise<void> {
  const { timeZone } = folder.compiled().content.site;
  const note: Note = { appearance, timeZone, view: folder.view(), output: keys().output, told: told() };
  await keepText(noteOf(settings), process.version, JSON.stringify(note));
}

function noteOf({ cacheDir, outDir }: Settings): string {
  return join(cacheDir, `untouched-${digestOf(outDir)}.json`);
}
