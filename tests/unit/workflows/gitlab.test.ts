import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createRepository } from '../../support/repository.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const path = 'deploy/gitlab/pipeline.yml';
const pipeline = await readFile(join(root, path), 'utf8');

const jobsSchema = z.array(z.looseObject({ name: z.string(), when: z.string() }));

/** The jobs that a pipeline would run, as an independent reading of GitLab's rules has them. */
async function jobsOf(variables: Record<string, string>): Promise<string[]> {
  const repository = await createRepository({ [path]: pipeline, 'package-lock.json': '{}\n' });
  onTestFinished(() => repository.remove());
  await repository.git(['remote', 'set-head', 'origin', 'main']);
  const tool = join(root, 'node_modules/gitlab-ci-local/dist/index.js');
  const given = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  const names = ['--ignore-predefined-vars', Object.keys(variables).join(',')];
  const args = [tool, '--file', path, '--list-json', ...given, ...names];
  const { stdout } = await run(process.execPath, args, { cwd: repository.dir });
  const jobs = jobsSchema.parse(JSON.parse(stdout.slice(stdout.indexOf('['))));
  return jobs.filter(({ when }) => when !== 'never').map(({ name }) => name);
}

it('publishes when the main branch changes', async () => {
  expect(await jobsOf({ CI_PIPELINE_SOURCE: 'push' })).toContain('pages');
});

it('looks after what grows old once a week, and publishes nothing by it', async () => {
  expect(await jobsOf({ CI_PIPELINE_SOURCE: 'schedule', WEEKLY: 'yes' })).toEqual(['fresh', 'links']);
});

it('runs commands of this repository and nothing else', async () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const lines = [...pipeline.matchAll(/^ {4}- (npm .+)$/gmu)].map(([, line = '']) => line);
  const names = lines.map((line) => /^npm (?:run (?:--silent )?)?(\S+)/u.exec(line)?.[1]);
  const others = Object.values(z.record(z.string(), z.unknown()).parse(parse(pipeline)))
    .flatMap((job) => z.looseObject({ script: z.array(z.string()) }).safeParse(job).data?.script ?? [])
    .filter((line) => !lines.includes(line));

  expect(lines.length).toBeGreaterThan(5);
  expect(names.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  expect(others).toEqual([]);
});
