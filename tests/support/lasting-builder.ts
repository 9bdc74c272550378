// The process of `openLastingBuilder`.
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , engine = ''] = process.argv;
const ofEngine = pathToFileURL(join(engine, '/')).href;
let builds = 0;

// Every build has modules of its own of the engine and of the program of pages, so that none can remember another. The
// packages, which take most of the time to load, know nothing of a blog.
registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context);
    if (!resolved.url.startsWith(ofEngine)) return resolved;
    const url = new URL(resolved.url);
    url.search = `build=${builds}`;
    return { ...resolved, url: url.href };
  },
});

process.on('message', (day: string) => {
  void build(day);
});

async function build(day: string): Promise<void> {
  builds += 1;
  process.env['WATERCOOLER_DAY'] = day;
  // What both sides of Vite know of a build hangs there.
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('watercooler.') === true) Reflect.deleteProperty(globalThis, key);
  // It ends the process when it fails.
  await import(pathToFileURL(join(engine, 'src/build/run.ts')).href);
  process.send?.('built');
}
