import { readdirSync } from 'node:fs';

/** Every file in a folder and its folders, relative to it, with forward slashes; none when the folder is not there. */
export function filesIn(dir: string): string[] {
  const found: string[] = [];
  // Node's own walk takes twice the time.
  const walk = (folder: string): void => {
    for (const entry of entriesOf(`${dir}/${folder}`)) {
      if (entry.isDirectory()) walk(`${folder}${entry.name}/`);
      else found.push(folder + entry.name);
    }
  };
  walk('');
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
