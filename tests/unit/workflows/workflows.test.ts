import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { z } from 'zod';
import { workflowFaults } from '../../support/workflow-faults.ts';

const root = join(import.meta.dirname, '../../..');
const workflows = join(root, '.github/workflows');

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
const commands = Object.keys(scripts);

/** What GitHub's own reader of workflows has to say about a file. */
async function lint(text: string, path: string): Promise<string[]> {
  const found = await validate(TextDocument.create(`file:///${path}`, 'yaml', 1, text));
  return found.map(({ range, message }) => {
    const words = typeof message === 'string' ? message : message.value;
    return `${path}:${range.start.line + 1}:${range.start.character + 1}  ${words}`;
  });
}

describe.each(await readdir(workflows))('%s', async (name) => {
  const text = await readFile(join(workflows, name), 'utf8');

  it('passes the linter', async () => {
    expect(await lint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  it('holds nothing that a stranger could use', () => {
    expect(workflowFaults(text, commands)).toEqual([]);
  });
});

it('finds nothing that a stranger could use in the action that sets up', async () => {
  const text = await readFile(join(root, '.github/actions/set-up/action.yml'), 'utf8');
  expect(workflowFaults(text, commands)).toEqual([]);
});

it('reads workflows with a linter that finds mistakes', async () => {
  const text = workflow(
    'needs: build\nsteps:\n  - run: npm test\n    wiht: {}\n    env:\n      T: ${{ github.evnt }}',
  );
  expect(await lint(text, 'x.yml')).toMatchInlineSnapshot(`
    [
      "x.yml:7:12  Value 'build' is not valid",
      "x.yml:12:14  Context access might be invalid: evnt",
      "x.yml:10:9  Unexpected value 'wiht'",
      "x.yml:5:3  The workflow must contain at least one job with no dependencies.",
    ]
  `);
});

/** A sound workflow for pull requests, with the lines of one job. */
const workflow = (lines: string, head = 'on: pull_request\npermissions:\n  contents: read\n') =>
  `${head}jobs:\n  check:\n    runs-on: ubuntu-24.04\n${lines.replace(/^/gmu, '    ')}\n`;

const digest = 'a'.repeat(40);

describe('workflowFaults', () => {
  it('finds nothing in a sound workflow', () => {
    const text = workflow(
      `steps:\n  - uses: actions/checkout@${digest}\n  - uses: ./.github/actions/set-up\n  - run: npm test`,
    );
    expect(workflowFaults(text, ['test'])).toEqual([]);
  });

  it.each([
    ['a secret', workflow('env:\n  T: ${{ secrets.T }}'), 'a secret in a pull-request job'],
    [
      'all secrets',
      workflow('uses: ./.github/workflows/x.yml\nsecrets: inherit'),
      'a secret in a pull-request job',
    ],
    [
      'a write permission of a job',
      workflow('permissions:\n  issues: write'),
      'check: a write permission in a pull-request job',
    ],
    [
      'a write permission of all jobs',
      workflow('steps: []', 'on: [push, pull_request]\npermissions: write-all\n'),
      'the workflow: a write permission in a pull-request job',
    ],
    ['permissions left open', workflow('steps: []', 'on: push\n'), 'no permissions of its own'],
    [
      'an action pinned by a tag',
      workflow('steps:\n  - uses: actions/checkout@v7'),
      'check, step 1: actions/checkout@v7 is not pinned by a digest',
    ],
    [
      'an image pinned by a tag',
      workflow('steps:\n  - uses: docker://alpine:3'),
      'check, step 1: docker://alpine:3 is not pinned by a digest',
    ],
    [
      'an expression in a command',
      workflow('steps:\n  - run: npm run check -- "${{ github.event.pull_request.title }}"'),
      'check, step 1: an expression inside run',
    ],
    [
      'a command of the shell',
      workflow('steps:\n  - run: curl https://example.com'),
      'check, step 1: "curl https://example.com" is not one command of this repository',
    ],
    [
      'a second command behind the first',
      workflow('steps:\n  - run: npm test && env'),
      'check, step 1: "npm test && env" is not one command of this repository',
    ],
    [
      'a command that does not exist',
      workflow('steps:\n  - run: npm run nothing'),
      'check, step 1: "npm run nothing" is not one command of this repository',
    ],
    [
      'secrets for a stranger’s code',
      workflow('steps: []', 'on:\n  pull_request_target:\npermissions: {}\n'),
      'pull_request_target gives secrets to the code of strangers',
    ],
    [
      'a checkout of a stranger’s code in a trusted job',
      workflow(
        `steps:\n  - uses: actions/checkout@${digest}\n    with:\n      ref: \${{ github.event.workflow_run.head_sha }}`,
        'on: workflow_run\npermissions: {}\n',
      ),
      'check, step 1: checks out what a stranger wrote',
    ],
  ])('finds %s', (_what, text, fault) => {
    expect(workflowFaults(text, ['test', 'check'])).toContain(fault);
  });
});
