import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileContent, type CompiledContent } from '../../src/compile/compile-content.ts';
import { createContext } from '../../src/compile/context.ts';
import { openRenderedStore } from '../../src/compile/rendered-store.ts';
import { compareProblems, type Problem } from '../../src/model/problem.ts';
import type { View } from '../../src/model/visibility.ts';
import { temporaryFolder, writeContent, writeFiles, type Files } from './content.ts';
import { publicView } from './entries.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A content folder with a cache of its own that can be written to and compiled again. */
export interface Workshop {
  dir: string;
  cacheDir: string;
  write: (files: Files) => Promise<void>;
  compile: (view?: Partial<View>) => Promise<Compiled>;
  remove: () => Promise<void>;
}

interface Compiled extends CompiledContent {
  /** In order. */
  problems: Problem[];
  htmlOf: (slug: string) => string;
  contextOf: (path: string) => ReturnType<typeof createContext>;
}

/** Opens a workshop with the minimal blog and changes to it. */
export async function openWorkshop(changes: Files = {}): Promise<Workshop> {
  const { dir: home, remove } = await temporaryFolder();
  const [dir, cacheDir] = [join(home, 'content'), join(home, 'cache')];
  await writeContent(dir, changes);
  const compile = async (view: Partial<View> = {}): Promise<Compiled> => {
    const options = { dir, label: 'content', cacheDir, root, view: () => ({ ...publicView, ...view }) };
    const { compiled, problems } = await compileContent(options);
    if (compiled === undefined) throw new Error('The test content has no usable site.yml.');
    const store = openRenderedStore(cacheDir);
    const htmlOf = (slug: string) => {
      const found = compiled.content.posts.find((post) => post.slug === slug);
      if (found === undefined) throw new Error(`The test content has no post "${slug}".`);
      return store.read(found.body.digest);
    };
    const contextOf = (path: string) => createContext(compiled.surroundings, path);
    return { ...compiled, problems: problems.toSorted(compareProblems), htmlOf, contextOf };
  };
  return { dir, cacheDir, write: (files) => writeFiles(dir, files), compile, remove };
}
