import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file in a folder and its folders, relative to it, with forward slashes; none when the folder is not there. */
export function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(dir.length))
      .map((path) => path.split(sep).filter(Boolean).join('/'));
  } catch {
    return [];
  }
}
