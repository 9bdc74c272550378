import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pace } from '../../../../scripts/adapters/patient-octokit.ts';
import { openProposals } from '../../../../scripts/adapters/proposals.ts';
import { brokenAnswer, type Answer } from '../../../support/forge/answers.ts';
import {
  startGitForge,
  type GitForge,
  type SeenRequest,
} from '../../../support/git-forge/start-git-forge.ts';
import { createRepository, type Repository } from '../../../support/repository.ts';

const users = [
  { login: 'watercooler-bot', name: 'Watercooler', token: 'bot', may: 'write' },
  { login: 'ada', name: 'Ada', token: 'ada', may: 'read' },
] as const;
const pace: Pace = { spacing: 0, notifying: 0, timeout: 2_000, second: 1, longestPause: 900 };

let repository: Repository;
let forge: GitForge;
let interrupt: ((request: Readonly<SeenRequest>) => Answer | undefined) | undefined;

beforeAll(async () => {
  repository = await createRepository({ 'README.md': 'Read me.\n' });
  for (const branch of ['first', 'second', 'third', 'talk']) {
    await repository.git(['checkout', '--quiet', '-B', branch, 'main']);
    await repository.write(`${branch}.md`, 'Words.\n');
    await repository.commit(branch);
    await repository.git(['push', '--quiet', 'origin', branch]);
  }
  forge = await startGitForge({
    ...{ repository: repository.bare, users },
    interrupt: (request) => interrupt?.(request),
  });
});
afterAll(async () => {
  await forge.stop();
  await repository.remove();
});
beforeEach(() => {
  interrupt = undefined;
});

function proposals(token = 'bot') {
  return openProposals({
    ...{ base: forge.apiUrl, repository: 'kestrel-quay/watercooler', token, pace },
    ...{ signal: new AbortController().signal, onPause: () => undefined },
  });
}

const busy = brokenAnswer(502);

describe('pull requests', () => {
  const words = {
    head: 'first',
    base: 'main',
    title: 'A title',
    body: 'Line one.\n\nLine two.\n',
    labels: ['ready'],
  };

  it('are opened once, and brought up to date when the words change', async () => {
    const api = proposals();
    expect(await api.openOrUpdate(words)).toMatchObject({ number: 1, made: 'opened' });
    expect(await api.openOrUpdate(words)).toMatchObject({ number: 1, made: 'unchanged' });
    expect(await api.openOrUpdate({ ...words, title: 'Another' })).toMatchObject({
      number: 1,
      made: 'updated',
    });
    expect(forge.pulls().map(({ title, labels }) => ({ title, labels }))).toEqual([
      { title: 'Another', labels: ['ready'] },
    ]);
    expect(await api.find('first', 'main')).toMatchObject({ number: 1 });
    expect(await api.find('second', 'main')).toBeUndefined();
  });

  it('are told with their commit and every file', async () => {
    await proposals().openOrUpdate(words);
    const head = (await repository.remote(['rev-parse', 'first'])).trim();
    expect(await proposals().read(1)).toEqual({ head, files: ['first.md'], hasMore: false });
  });

  it('are not opened twice when the answer to the first time is lost', async () => {
    let lost = 0;
    interrupt = ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/pulls') || lost > 0) return undefined;
      lost += 1;
      return busy;
    };
    const opened = await proposals().openOrUpdate({ ...words, head: 'second' });
    expect(opened.made).toBe('opened');
    expect(lost).toBe(1);
    expect(forge.pulls().filter(({ pull }) => pull.head === 'second')).toHaveLength(1);
  });

  it('cannot be opened with a token that may only read, and that is said', async () => {
    await expect(proposals('ada').openOrUpdate({ ...words, head: 'third' })).rejects.toThrow(
      /Pull requests: write|no such repository/u,
    );
  });
});

describe('the one comment on a pull request', () => {
  const marker = 'watercooler-review';

  it('is written, left alone, and edited', async () => {
    const api = proposals();
    const { number } = await api.openOrUpdate({ head: 'talk', base: 'main', title: 'T', body: 'B' });
    const comment = (body: string) => api.stickyComment({ number, marker, body });
    const comments = () => forge.pulls().find((pull) => pull.number === number)?.comments ?? [];
    expect((await comment('One')).made).toBe('opened');
    expect((await comment('One')).made).toBe('unchanged');
    expect((await comment('Two')).made).toBe('updated');
    expect(comments().map(({ body }) => body)).toEqual(['<!-- watercooler-review -->\nTwo']);
  });

  it('is never that of somebody who copied the mark', async () => {
    const api = proposals();
    const { number } = await api.openOrUpdate({ head: 'third', base: 'main', title: 'T', body: 'B' });
    await forge.as('ada')('POST', `/issues/${number}/comments`, {
      body: '<!-- watercooler-review -->\nMine',
    });
    expect((await api.stickyComment({ number, marker, body: 'Ours' })).made).toBe('opened');
    expect((await api.stickyComment({ number, marker, body: 'Ours too' })).made).toBe('updated');
    const comments = forge.pulls().find((pull) => pull.number === number)?.comments ?? [];
    expect(comments.map(({ author, body }) => `${author}: ${body.split('\n')[1] ?? ''}`)).toEqual([
      'ada: Mine',
      'watercooler-bot: Ours too',
    ]);
  });
});
