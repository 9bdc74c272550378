import { describe, expect, it } from 'vitest';
import { runCommandLine, type CommandTable } from '../../../scripts/command-line.ts';
import { readFlags, readNumber } from '../../../scripts/flags.ts';
import { fakeWorld } from '../../support/fake-world.ts';

const table: CommandTable = {
  start: () =>
    Promise.resolve({
      summary: 'Serves the blog.',
      usage: '\nnpm start\n\nServes the blog until Ctrl-C.\n',
      run: (args, world) => {
        const { values } = readFlags(args, { port: { type: 'string' }, loud: { type: 'boolean' } });
        const port = readNumber('port', values.port ?? '4321', 0, 65_535);
        world.stdout.write(`started on ${port}\n`);
        return Promise.resolve(7);
      },
    }),
  broken: () =>
    Promise.resolve({
      summary: 'Breaks.',
      usage: 'npm run broken',
      run: () => Promise.reject(new Error('The disk is gone.', { cause: new Error('EIO') })),
    }),
};

async function type(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { world, written } = fakeWorld();
  const code = await runCommandLine(words, table, world);
  return { code, ...written };
}

describe('the command line', () => {
  it('runs the command with its words and returns its exit code', async () => {
    expect(await type('start', '--port', '8080')).toEqual({
      code: 7,
      stdout: 'started on 8080\n',
      stderr: '',
    });
  });

  it('lists every command with one line of help', async () => {
    const { code, stdout } = await type('help');
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "  npm run start   Serves the blog.
        npm run broken  Breaks.

      More about one of them: npm run <command> -- --help
      "
    `);
  });

  it.each([[['start', '--help']], [['help', 'start']], [['start', '--port', '1', '-h']]])(
    'shows the help of one command for %j and does not run it',
    async (words) => {
      expect(await type(...words)).toEqual({
        code: 0,
        stdout: 'npm start\n\nServes the blog until Ctrl-C.\n',
        stderr: '',
      });
    },
  );

  it('suggests the nearest command for a misspelt one', async () => {
    expect(await type('strat')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no command "strat". Did you mean "start"? The commands are: start, broken.\n',
    });
  });

  it('suggests the nearest flag for a misspelt one', async () => {
    const { code, stderr } = await type('start', '--prot', '80');
    expect(code).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "There is no flag --prot here. Did you mean --port?
      The flags are listed by: npm run start -- --help
      "
    `);
  });

  it.each(['-1', '65536', '80a', '1.5', ''])('refuses the port "%s" with a sentence', async (port) => {
    const { code, stderr } = await type('start', `--port=${port}`);
    expect(code).toBe(1);
    expect(stderr).toContain(`--port takes a whole number from 0 to 65535, and "${port}" is not one.`);
  });

  it('says what failed and why, without a stack', async () => {
    expect(await type('broken')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The command "broken" failed.\nThe disk is gone.\nBecause: EIO\n',
    });
  });
});
