import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secondaryLimit } from '../../../support/forge/answers.ts';
import { bareRepository } from '../../../support/git-forge/bare-repository.ts';
import { startGitForge } from '../../../support/git-forge/start-git-forge.ts';

const users = [
  { login: 'ada', name: 'Ada Lovelace', token: 'token-of-ada', may: 'write' },
  { login: 'ben', name: 'Ben Ōta', token: 'token-of-ben', may: 'write' },
  { login: 'reader', name: 'A Reader', token: 'token-of-reader', may: 'read' },
  { login: 'stranger', name: 'A Stranger', token: 'token-of-stranger', may: 'none' },
] as const;
const text = 'One.\n';
const repository = await bareRepository({
  'content/posts/one.md': text,
  'content/posts/ä b/index.md': 'Two.\n',
});
const { git } = repository;
const first = (await git(['rev-parse', 'main'])).trim();
const interruptions: (() => ReturnType<typeof secondaryLimit>)[] = [];
const forge = await startGitForge({
  repository: repository.dir,
  users,
  now: () => new Date('2026-03-01T09:00:00Z'),
  interrupt: () => interruptions.shift()?.(),
});
afterAll(async () => {
  await forge.stop();
  await repository.remove();
});

const [ada, ben, reader] = [forge.as('ada'), forge.as('ben'), forge.as('reader')];

const base64 = (words: string) => Buffer.from(words).toString('base64');
const tip = async (branch: string) => (await git(['rev-parse', branch])).trim();

const answers = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), type: z.string().optional() })).optional(),
});

async function graphql(query: string, input: object, token = 'token-of-ada') {
  const response = await fetch(`${forge.url}/api/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return answers.parse(await response.json());
}

const commitMutation = `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid file(path: "new file.md") { oid } } } }`;
const commitInput = (branchName: string, expectedHeadOid: string) => ({
  branch: { repositoryNameWithOwner: 'kestrel-quay/watercooler', branchName },
  expectedHeadOid,
  fileChanges: { additions: [{ path: 'new file.md', contents: base64('New.\n') }] },
  message: { headline: 'Add a file' },
});

let count = 0;
/** A branch of its own, with a file more than main. */
async function branchWithChange(): Promise<string> {
  count += 1;
  const branch = `change-${count}`;
  await ada('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha: await tip('main') });
  await ada('PUT', `/contents/file-${count}.md`, { message: 'Add', content: base64('Words.\n'), branch });
  return branch;
}

const number = z.object({ number: z.number() });
async function openPull(more: object = {}): Promise<number> {
  const head = await branchWithChange();
  const { body } = await ada('POST', '/pulls', { title: 'A change', head, base: 'main', ...more });
  return number.parse(body).number;
}

beforeEach(() => {
  interruptions.length = 0;
});

describe('who asks', () => {
  it.each([
    ['no token', undefined, 401, 'Requires authentication'],
    ['a wrong token', 'Bearer x', 401, 'Bad credentials'],
    ['a token that may not see the repository', 'Bearer token-of-stranger', 404, 'Not Found'],
  ])('is refused with %s', async (_, authorization, status, message) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${forge.apiUrl}/repos/kestrel-quay/watercooler`, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ message });
  });

  it('finds no other repository', async () => {
    const headers = { authorization: 'Bearer token-of-ada' };
    expect((await fetch(`${forge.apiUrl}/repos/kestrel-quay/other`, { headers })).status).toBe(404);
  });

  it('may open issues with a token that only reads, and no more', async () => {
    expect((await reader('POST', '/issues', { title: 'A question', labels: ['urgent'] })).body).toMatchObject(
      { labels: [] },
    );
    expect((await reader('PUT', '/contents/x.md', { message: 'x', content: '', branch: 'x' })).status).toBe(
      403,
    );
  });
});

describe('the published description', () => {
  it('is kept by requests', async () => {
    expect(await ada('POST', '/issues', { title: ['no', 'title'] })).toMatchObject({ status: 422 });
    expect(await ada('GET', '/issues?stat=open')).toMatchObject({ status: 422 });
    expect(
      (
        await graphql('mutation($input: CreateRefInput!) { createRef(input: $input) { ref { name } } }', {
          name: 1,
        })
      ).errors?.[0]?.message,
    ).toContain('invalid value');
  });

  it('is kept by every answer', async () => {
    const pull = await openPull();
    const asked = [
      '',
      '/git/trees/main?recursive=1',
      `/git/ref/heads/main`,
      '/git/matching-refs/heads/ma',
      '/contents/content/posts/one.md',
      '/pulls',
      `/pulls/${pull}`,
      `/pulls/${pull}/files`,
      `/pulls/${pull}/commits`,
      `/pulls/${pull}/reviews`,
      '/issues?state=all',
      `/issues/${pull}`,
      `/issues/${pull}/comments`,
      `/issues/${pull}/labels`,
      '/labels',
      `/commits/${first}/pulls`,
      '/collaborators/ada',
    ];
    const statuses = await Promise.all(asked.map(async (path) => [path, (await ada('GET', path)).status]));
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([['/collaborators/ada', 204]]);
  });
});

describe('writing', () => {
  it('makes a commit on a branch, by REST and by GraphQL', async () => {
    const branch = await branchWithChange();
    const made = await graphql(commitMutation, commitInput(branch, await tip(branch)));
    expect(made.data).toMatchObject({ createCommitOnBranch: { commit: { oid: await tip(branch) } } });
    expect(await git(['show', '--format=%an: %s', '--name-only', branch])).toBe(
      'Ada Lovelace: Add a file\n\nnew file.md\n',
    );
    expect(await git(['show', `${branch}:file-${count}.md`])).toBe('Words.\n');
  });

  it('refuses a commit on a branch that has moved', async () => {
    const branch = await branchWithChange();
    const before = await tip(branch);
    expect((await graphql(commitMutation, commitInput(branch, first.replace(/^./u, '0')))).errors).toEqual([
      {
        type: 'STALE_DATA',
        message: `Expected branch to point to "${first.replace(/^./u, '0')}" but it did not. Pull and try again.`,
      },
    ]);
    expect(await tip(branch)).toBe(before);
  });

  it('refuses and notes every write to the main branch', async () => {
    const before = await tip('main');
    await graphql(commitMutation, commitInput('main', before));
    await ada('PUT', '/contents/a.md', { message: 'Add', content: '' });
    await ada('PATCH', '/git/refs/heads/main', { sha: first, force: true });
    await ada('DELETE', '/git/refs/heads/main');
    expect(await tip('main')).toBe(before);
    expect(forge.refused().map(({ by, operation }) => `${by}: ${operation}`)).toEqual([
      'ada: createCommitOnBranch',
      'ada: PUT contents',
      'ada: PATCH git/refs',
      'ada: DELETE git/refs',
    ]);
  });
});

describe('pull requests', () => {
  it('are opened once for a branch, and only with something to bring', async () => {
    const head = await branchWithChange();
    const open = () => ada('POST', '/pulls', { title: 'A change', head, base: 'main', draft: true });
    expect((await open()).status).toBe(201);
    expect((await open()).body).toMatchObject({
      errors: [{ message: `A pull request already exists for kestrel-quay:${head}.` }],
    });
    await ada('POST', '/git/refs', { ref: 'refs/heads/same', sha: await tip('main') });
    expect((await ada('POST', '/pulls', { title: 'x', head: 'same', base: 'main' })).body).toMatchObject({
      errors: [{ message: 'No commits between main and same' }],
    });
    expect((await ada('GET', `/pulls?head=kestrel-quay:${head}`)).body).toMatchObject([
      { draft: true, head: { ref: head } },
    ]);
  });

  it('are reviewed by others and merged', async () => {
    const pull = await openPull();
    expect((await ada('POST', `/pulls/${pull}/reviews`, { event: 'APPROVE' })).body).toMatchObject({
      errors: ['Review Can not approve your own pull request'],
    });
    await ben('POST', `/pulls/${pull}/reviews`, { event: 'APPROVE', body: 'Good.' });
    await ben('PUT', `/pulls/${pull}/merge`, { merge_method: 'squash' });
    expect((await ada('GET', `/pulls/${pull}`)).body).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'ben' },
    });
    expect((await git(['log', '-1', '--format=%an: %s', 'main'])).trim()).toBe(
      `Ben Ōta: A change (#${pull})`,
    );
    expect((await ada('GET', `/commits/${await tip('main')}/pulls`)).body).toMatchObject([{ number: pull }]);
    const query = `query($input: Int!) { repository(owner: "kestrel-quay", name: "watercooler") { pullRequest(number: $input) { state mergedBy { login } reviewDecision reviews(first: 9) { nodes { state author { login } } } mergeCommit { associatedPullRequests(first: 1) { nodes { number } } } } } }`;
    const response = await fetch(`${forge.url}/graphql`, {
      method: 'POST',
      headers: { authorization: 'token token-of-ada' },
      body: JSON.stringify({ query, variables: { input: pull } }),
    });
    expect(await response.json()).toEqual({
      data: {
        repository: {
          pullRequest: {
            state: 'MERGED',
            mergedBy: { login: 'ben' },
            reviewDecision: 'APPROVED',
            reviews: { nodes: [{ state: 'APPROVED', author: { login: 'ben' } }] },
            mergeCommit: { associatedPullRequests: { nodes: [{ number: pull }] } },
          },
        },
      },
    });
  });

  it('close when their branch is deleted', async () => {
    const pull = await openPull();
    await ada('DELETE', `/git/refs/heads/change-${count}`);
    expect(forge.pulls().find((each) => each.number === pull)?.state).toBe('closed');
    expect((await ada('PATCH', `/pulls/${pull}`, { state: 'open' })).status).toBe(422);
  });
});

describe('issues', () => {
  it('carry comments and labels', async () => {
    const { body } = await ada('POST', '/issues', { title: 'Broken links', labels: ['links'] });
    const issue = number.parse(body).number;
    const made = await ada('POST', `/issues/${issue}/comments`, { body: 'First' });
    const { id } = z.object({ id: z.number() }).parse(made.body);
    await ada('PATCH', `/issues/comments/${id}`, { body: 'Second' });
    await ada('POST', `/issues/${issue}/labels`, { labels: ['wanted'] });
    await ada('DELETE', `/issues/${issue}/labels/links`);
    expect((await ada('GET', `/issues/${issue}/comments`)).body).toMatchObject([
      { body: 'Second', user: { login: 'ada' } },
    ]);
    expect((await ada('GET', '/issues?labels=wanted')).body).toMatchObject([
      { number: issue, labels: [{ name: 'wanted' }] },
    ]);
    expect((await ada('DELETE', `/issues/comments/${id}`)).status).toBe(204);
    expect((await ada('DELETE', `/issues/${issue}/labels/links`)).status).toBe(404);
  });

  it('come in pages', async () => {
    const response = await fetch(
      `${forge.apiUrl}/repos/kestrel-quay/watercooler/issues?state=all&per_page=2&page=2`,
      {
        headers: { authorization: 'Bearer token-of-ada' },
      },
    );
    expect(await response.json()).toHaveLength(2);
    expect(response.headers.get('link')).toContain('page=3>; rel="next"');
  });
});

it('fails as it is told to', async () => {
  interruptions.push(() => secondaryLimit(403, 1));
  expect((await ada('GET', '')).status).toBe(403);
  expect((await ada('GET', '')).status).toBe(200);
  expect(forge.requests().at(-2)).toMatchObject({
    by: 'ada',
    path: '/repos/kestrel-quay/watercooler',
    status: 403,
  });
});
