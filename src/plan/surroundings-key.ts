import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../source/digest.ts';

/**
 * Names what every page depends on besides its own code and content: the configuration, the packages, Node, and the styles
 * and scripts that stand in the output by then, whose names change with what they hold.
 */
export function surroundingsKey(root: string, outDir: string): string {
  const configuration = ['astro.config.mjs', 'package-lock.json'].map((name) =>
    readFileSync(join(root, name)),
  );
  return digestOf(...configuration, process.version, namesIn(join(outDir, '_astro')).join('\n'));
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}
