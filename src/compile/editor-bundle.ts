import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { editorPermalink } from '../model/permalink.ts';
import { digestOf } from '../source/digest.ts';

/** What the editor in the browser is made of, ready to be served from our own origin. */
export interface EditorBundle {
  /** The address of its script. It changes with every version, and so do those of all other files. */
  script: string;
  /** Everything that it asks for, by address, each made when it is called for. */
  files: () => Map<string, () => string | Buffer>;
}

const fontHost = 'https://cdn.jsdelivr.net/fontsource/fonts';
// What of the script is changed. Each stands in it once. First, where it would ask other hosts: it asks ours instead, below `{base}`.
const rewrites = [
  [`${fontHost}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2`, '{base}symbols.woff2'],
  [`${fontHost}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2`, '{base}sans.woff2'],
  [`${fontHost}/noto-mono@5.3.0/latin-400-normal.woff2`, '{base}mono.woff2'],
  // Which version is the newest, and its words in other languages.
  ['https://unpkg.com/@sveltia/cms`', '{base}cms`'],
  // It can do without these: highlighting, and helpers for maps, cameras' notes and browsers that write no WebP.
  ['https://unpkg.com/@sveltia/ui`', '{base}nothing.js?`'],
  ['https://unpkg.com/@shikijs`', '{base}nothing.js?`'],
  ['https://unpkg.com/${', '{base}nothing.js?${'],
  // Whether GitHub or GitLab has an outage.
  ['https://www.githubstatus.com/api/v2/status.json', '{base}status.json'],
  ['https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7', '{base}status.json'],
  // Nobody is kept from making it larger.
  ['`maximum-scale=1`,', ''],
  // Where people are chosen, somebody who is new can be added, and comes in the proposal of what is written. The editor offers that
  // only to those who publish without one, for it lists one entry of each.
  [
    'if(t||KZ(n))return;let r=MF(e);if(!(r?._type!==`entry`||r.create===!1||FZ(r)))return r',
    'if(!t&&e===`authors`)return MF(e)',
  ],
  // Pictures lie beside their post, and are found nowhere else.
  ['global:{folder:l,enabled:l!==void 0}', 'global:{folder:l,enabled:!1}'],
  // Who was added and is not published yet is in no list, and can be taken out again all the same.
  ['W(g,e=>{R(s)&&e(v)}),E(l),L(()=>{q(l,`draggable`', 'W(g,e=>{e(v)}),E(l),L(()=>{q(l,`draggable`'],
  // A draft can be saved with gaps. The address is made from its title or name, though, and would be a random one without.
  ['te&&BEe(ee,o)', 'te&&BEe(ee,o||p===`title`||p===`name`)'],
  // Addresses are spelt as everywhere else here (src/elements/editor-spelling.ts). By itself it knows few scripts, and makes up a
  // random address for a title in any other.
  ['u=r??s,d=e;if(a&&', 'u=r??s,d=globalThis.spellSlug?.(e)??e;if(a&&'],
  // Escape closes menus and dialogs. What is being written is left with the button.
  ['e.closeWithEscape??=!0', 'e.closeWithEscape??=!1'],
  // A picture needs words for those who cannot see it; the check would send it back.
  [
    '{name:`alt`,label:Y(`editor_components.alt`),required:!1}',
    '{name:`alt`,label:Y(`editor_components.alt`),hint:`What the picture shows`}',
  ],
] as const;

const fonts = {
  'symbols.woff2': 'material-symbols-outlined-latin-wght-normal',
  'sans.woff2': 'source-sans-3-latin-wght-normal',
  'mono.woff2': 'noto-mono-latin-400-normal',
};

// The answers of two services at once.
const noOutage = { status: { indicator: 'none' }, result: { status_overall: { status_code: 100 } } };

/**
 * The editor as its package has it, led to our own origin and made to fit our proposals. Throws when the package is not the one
 * that the rewrites were written for: a reader's browser would ask hosts that it must not ask.
 */
export function readEditorBundle(): EditorBundle {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sveltia/cms')));
  const read = (path: string) => readFileSync(join(folder, path));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json').toString()));
  const source = read('dist/sveltia-cms.js').toString();
  const base = `${editorPermalink}${digestOf(version, source, JSON.stringify(rewrites)).slice(0, 12)}/`;
  const named = (names: readonly string[], start: string) =>
    names.find((name) => name.startsWith(start) && !name.endsWith('.txt')) ?? start;
  return {
    script: `${base}sveltia-cms.js`,
    files: () => {
      const assets = readdirSync(join(folder, 'npm/assets'));
      const licences = assets
        .filter((name) => name.endsWith('.LICENSE.txt'))
        .map((name) => `npm/assets/${name}`);
      const files: Record<string, () => string | Buffer> = {
        'sveltia-cms.js': () => fitted(source, base),
        'chunks/react-dom.js': () => read('dist/chunks/react-dom.js'),
        'nothing.js': () => 'export {};\n',
        'cms/package.json': () => JSON.stringify({ version }),
        'status.json': () => JSON.stringify(noOutage),
        'LICENSES.txt': () =>
          ['LICENSE.txt', ...licences].map((path) => `${path}\n\n${read(path).toString()}`).join('\n'),
      };
      for (const [name, start] of Object.entries(fonts))
        files[name] = () => read(`npm/assets/${named(assets, start)}`);
      for (const name of readdirSync(join(folder, 'locales')))
        files[`cms@${version}/locales/${name}`] = () => read(`locales/${name}`);
      return new Map(Object.entries(files).map(([name, content]) => [base + name, content]));
    },
  };
}

/** Exported for its test. */
export function fitted(source: string, base: string): string {
  let led = source;
  for (const [from, to] of rewrites) {
    const parts = led.split(from);
    if (parts.length !== 2) {
      throw new Error(
        `The editor in the browser names ${from} ${parts.length - 1} times, and once was expected. Its package is another one than src/compile/editor-bundle.ts was written for: see there what is changed in it, and why, and change the list.`,
      );
    }
    led = parts.join(to.replace('{base}', base));
  }
  const [foreign] = /https:\/\/(?:unpkg\.com|cdn\.jsdelivr\.net)[^`'")]*/u.exec(led) ?? [];
  if (foreign !== undefined) {
    throw new Error(
      `The editor in the browser still asks ${foreign}. Add it to the list in src/compile/editor-bundle.ts.`,
    );
  }
  return led;
}
