import { Interrupted } from '../adapters/prompts.ts';
import { UsageError } from '../flags.ts';
import { nearest } from '../../src/model/nearest.ts';
import { addTag } from '../tags/add-tag.ts';
import { listTags } from '../tags/list-tags.ts';
import { renameTag } from '../tags/rename-tag.ts';
import type { World } from '../world.ts';

export const summary = 'Adds, renames and lists topics.';
export const usage = `
npm run tag -- list
npm run tag -- add job-aids --label "Job aids" --description "Cards and checklists to be used during the work."
npm run tag -- rename checklists job-aids

add writes a topic into content/tags.yml. It asks for what the flags do not say, and refuses a topic that is nearly the same
as another.

  --label <text>        the name as readers see it; else from the slug
  --description <text>  one line on what belongs there
  --alias <names>       other words that people try, with commas between them
  --trainer <name>      who to ask about it: a file in content/authors
  --anyway              add it although it is nearly the same as another

rename gives a topic another name in all posts and links. The old name becomes one of its other names, and its old address
leads to the new one.

  --label <text>        the new name as readers see it

list says how many posts each topic has.

  --dry-run             with add and rename: say what would change, and write nothing
`;

const actions = { add: addTag, rename: renameTag, list: listTags };

/** Does what the first word says, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const [name = '', ...rest] = args;
  const action = isAction(name) ? actions[name] : undefined;
  if (action === undefined) {
    const [suggestion] = nearest(name, Object.keys(actions));
    throw new UsageError(
      `Say what to do: add, rename or list.${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
    );
  }
  try {
    return await action(rest, world);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    world.stderr.write('Nothing was written.\n');
    return 130;
  }
}

function isAction(name: string): name is keyof typeof actions {
  return Object.hasOwn(actions, name);
}
