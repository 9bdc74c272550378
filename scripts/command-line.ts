import { nearest } from '../src/model/nearest.ts';
import { UsageError } from './flags.ts';
import type { Command, World } from './world.ts';

/** Every command by its name. A command is loaded only when it is needed. */
export type CommandTable = Readonly<Record<string, () => Promise<Command>>>;

/** Runs the command that the words name, and returns the exit code. Everything that goes wrong ends as sentences. */
export async function runCommandLine(words: string[], table: CommandTable, world: World): Promise<number> {
  const [name = 'help', ...args] = words;
  if (name === 'help' || name === '--help' || name === '-h') return help(args[0], table, world);
  const load = table[name];
  if (load === undefined) return unknownCommand(name, table, world);
  if (asksForHelp(args)) return help(name, table, world);
  try {
    const command = await load();
    return await command.run(args, world);
  } catch (error) {
    if (world.signal.aborted) return 130;
    if (error instanceof UsageError) {
      world.stderr.write(`${error.message}\nThe flags are listed by: npm run ${name} -- --help\n`);
    } else {
      world.stderr.write(`The command "${name}" failed.\n${describe(error)}\n`);
    }
    return 1;
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  return own.includes('--help') || own.includes('-h');
}

async function help(name: string | undefined, table: CommandTable, world: World): Promise<number> {
  if (name !== undefined) {
    const load = table[name];
    if (load === undefined) return unknownCommand(name, table, world);
    const { usage } = await load();
    world.stdout.write(`${usage.trim()}\n`);
    return 0;
  }
  const names = Object.keys(table);
  const width = Math.max(...names.map(({ length }) => length));
  const commands = await Promise.all(Object.values(table).map((load) => load()));
  const lines = commands.map(
    ({ summary }, index) => `  npm run ${(names[index] ?? '').padEnd(width)}  ${summary}`,
  );
  world.stdout.write(`${lines.join('\n')}\n\nMore about one of them: npm run <command> -- --help\n`);
  return 0;
}

function unknownCommand(name: string, table: CommandTable, world: World): number {
  const [suggestion] = nearest(name, Object.keys(table));
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  world.stderr.write(
    `There is no command "${name}".${hint} The commands are: ${Object.keys(table).join(', ')}.\n`,
  );
  return 1;
}

/** A bug needs its stack; what an adapter wrapped into a sentence needs the sentence and its cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return `${error.message}\nBecause: ${error.cause.message}`;
  return error.stack ?? error.message;
}
