import { resolve } from 'node:path';
import { compileContent } from '../../src/compile/compile-content.ts';
import { readSettings } from '../../src/compile/settings.ts';
import { createCatalogue } from '../../src/model/catalogue.ts';
import { nearest } from '../../src/model/nearest.ts';
import { plural } from '../../src/model/problem.ts';
import { writeWhole } from '../adapters/whole-files.ts';
import { readFlags, UsageError } from '../flags.ts';
import { auditRegister } from '../register/audit-register.ts';
import { registerFormatNames, registerFormats, type RegisterFormat } from '../register/register-formats.ts';
import type { World } from '../world.ts';

export const summary =
  'Writes down for an audit what was approved, by whom, and what was made an exception of.';
export const usage = `
npm run register -- --out register.csv
npm run -s register -- --format json

Collects from the content folder, without the network: for each page who approved its text as it stands (npm run approvals
asks the forge), when somebody looks at it again, who owns it, which rules and clauses of the policy were set aside and why,
which posts ask readers to confirm that they have read them, and every pull request that changed a text. Drafts and posts
of closed groups are in it too.

Who has confirmed a post is not in it: those ticks never leave the readers' devices.

  --format <name>   ${registerFormatNames.join(' or ')}; csv, or what the name of the file says
  --out <file>      write it there; without it, it is printed
`;

/** Prints or writes the register, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, { format: { type: 'string' }, out: { type: 'string' } });
  if (positionals.length > 0)
    throw new UsageError(`"register" takes no other words, and got "${positionals.join(' ')}".`);
  const format = formatOf(values.format ?? (values.out?.endsWith('.json') === true ? 'json' : 'csv'));
  const settings = readSettings(world.cwd, world.env, world.now());
  const { compiled, silenced } = await compileContent(settings);
  if (compiled === undefined) {
    world.stderr.write(
      `${settings.label}/site.yml cannot be used as it is. What is wrong with it says: npm run check\n`,
    );
    return 1;
  }
  const { content } = compiled;
  const catalogue = createCatalogue(content, settings.view(content.site));
  const register = auditRegister(catalogue, silenced, settings.label);
  const text = `${registerFormats[format](register)}${format === 'csv' ? '\r\n' : '\n'}`;
  if (values.out === undefined) world.stdout.write(text);
  else {
    await writeWhole(resolve(world.cwd, values.out), text);
    world.stdout.write(`Wrote ${values.out}: ${plural(register.approvals.length, 'page')}.\n`);
  }
  if (content.approvals.pulls.length === 0)
    world.stderr.write('No approval is known yet. They are read from the forge by: npm run approvals\n');
  return 0;
}

function formatOf(name: string): RegisterFormat {
  const found = registerFormatNames.find((format) => format === name);
  if (found !== undefined) return found;
  const [suggestion] = nearest(name, registerFormatNames);
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  throw new UsageError(
    `There is no format "${name}".${hint} The formats are: ${registerFormatNames.join(', ')}.`,
  );
}
