import { afterEach, expect, it } from 'vitest';
import {
  openCopiedBlog,
  usualSite,
  type BlogOptions,
  type CopiedBlog,
} from '../../../support/copied-blog.ts';
import type { Fault } from '../../../support/forge/faults.ts';
import { createStore } from '../../../support/forge/seed.ts';

const open: CopiedBlog[] = [];
async function blogOn(options: Partial<BlogOptions> = {}): Promise<CopiedBlog> {
  const blog = await openCopiedBlog({
    store: createStore(3, { threads: 4, comments: 8, replies: 4 }),
    ...options,
  });
  open.push(blog);
  return blog;
}
afterEach(async () => {
  for (const blog of open.splice(0)) await blog.close();
});

async function failing(
  options: Partial<BlogOptions>,
  call: Parameters<CopiedBlog['copy']>[0] = {},
): Promise<string> {
  const blog = await blogOn(options);
  const { code, stdout, stderr } = await blog.copy(call);
  expect({ code, stdout, files: await blog.files() }).toEqual({ code: 1, stdout: '', files: {} });
  return stderr;
}

const always = (fault: Fault) => ({ faults: [{ at: {}, fault }] });

it('says that there is no token', async () => {
  expect(await failing({}, { env: { GITHUB_TOKEN: '' } })).toMatchInlineSnapshot(`
    "There is no token. Make one that may read the discussions of the repository, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.
    "
  `);
});

it('takes the token from GH_TOKEN as well', async () => {
  const blog = await blogOn();
  const { code } = await blog.copy({ env: { GITHUB_TOKEN: undefined, GH_TOKEN: 'forge-token' } });
  expect(code).toBe(0);
});

it('says that the token is wrong, and does not print it', async () => {
  const said = await failing({}, { env: { GITHUB_TOKEN: 'not-the-token' } });
  expect(said).not.toContain('not-the-token');
  expect(said).toMatchInlineSnapshot(`
    "The forge does not accept the token in GITHUB_TOKEN or GH_TOKEN. It may be mistyped, expired or revoked.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says which permission the token lacks', async () => {
  expect(await failing({ access: 'no-discussions' })).toMatchInlineSnapshot(`
    "The token may not read the discussions. A fine-grained token needs the permission "Discussions: read" for the repository, a classic one the scope "repo", and a job of GitHub Actions "permissions: discussions: read".
    Because: Resource not accessible by personal access token
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that there is no such repository, or none that the token may see', async () => {
  expect(await failing({ access: 'no-repository' })).toMatchInlineSnapshot(`
    "The forge has no repository kestrel-quay/watercooler, or the token may not see it. Look at forge.repository in site.yml, and at what the token was made for.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that discussions are switched off', async () => {
  const store = createStore(3, { threads: 2, comments: 2, replies: 0 });
  store.hasDiscussions = false;
  expect(await failing({ store })).toMatchInlineSnapshot(`
    "Discussions are switched off in kestrel-quay/watercooler. Somebody who may change its settings can switch them on there.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that a category is not there, and which one may be meant', async () => {
  const site = usualSite.replace('[Ideas, Polls]', '[Idaes]');
  expect(await failing({ site })).toMatchInlineSnapshot(`
    "The repository has no category of discussions called "Idaes", which is named by threads.categories in site.yml. Did you mean "Ideas"?
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says what the category of the comments is called after it was renamed', async () => {
  const store = createStore(3, { threads: 2, comments: 2, replies: 0 });
  const [watercooler] = store.categories;
  const site = usualSite.replace('DIC_1', watercooler?.id ?? '');
  Object.assign(watercooler ?? {}, { name: 'Kaffeeküche' });
  expect(await failing({ store, site })).toMatchInlineSnapshot(`
    "The repository has no category of discussions called "Watercooler", which is named by comments.category in site.yml. It is called "Kaffeeküche" now.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says until when the forge answers no more questions', async () => {
  const said = await failing(always({ kind: 'primary-limit', spelling: 'RATE_LIMIT', seconds: 5000 }));
  expect(said.replace(/\d\d:\d\d/u, '12:34')).toMatchInlineSnapshot(`
    "The forge has answered as many questions as it does in an hour. It goes on at 12:34 UTC; run the command again then.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('gives up when the forge asks for one pause after the other', async () => {
  const said = await failing(always({ kind: 'secondary-limit', status: 403, retryAfter: 60 }));
  expect(said).toMatchInlineSnapshot(`
    "The forge asks for a pause of 60 s.
    The forge asks for a pause of 60 s.
    The forge asks for a pause of 60 s.
    The forge asks for a longer pause than this command makes. Run it again in an hour.
    Because: You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID FORGE:1.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it.each(['RATE_LIMITED', 'RATE_LIMIT'] as const)(
  'waits for the end of a limit that is called %s',
  async (spelling) => {
    const blog = await blogOn({
      faults: [{ at: 2, fault: { kind: 'primary-limit', spelling, seconds: 30 } }],
    });
    const { code, stderr } = await blog.copy();
    expect({ code, stderr: stderr.replace(/3[0-2] s/u, '31 s') }).toEqual({
      code: 0,
      stderr: 'The forge asks for a pause of 31 s.\n',
    });
  },
);

it.each([200, 403, 429] as const)('waits when the forge asks for a pause with status %d', async (status) => {
  const blog = await blogOn({
    faults: [{ at: 2, fault: { kind: 'secondary-limit', status, retryAfter: 7 } }],
  });
  expect(await blog.copy()).toMatchObject({ code: 0, stderr: 'The forge asks for a pause of 7 s.\n' });
});

it('says that the forge is in trouble', async () => {
  expect(await failing(always({ kind: 'broken', status: 503 }))).toMatchInlineSnapshot(`
    "The forge at http://forge/api is in trouble: it answered 503, again and again.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('asks for less when the forge gives up on a long list', async () => {
  const store = createStore(3, { threads: 60, comments: 60, replies: 4 });
  // The first list is asked for with the second call, and three times again.
  const blog = await blogOn({
    store,
    faults: [{ at: { operation: 'Index', from: 2, to: 5 }, fault: { kind: 'broken', status: 502 } }],
  });
  expect(await blog.copy()).toMatchObject({ code: 0, stderr: '' });
  const nodes = blog.forge.calls.filter(({ operation }) => operation === 'Index').map((call) => call.nodes);
  expect(Math.max(...nodes.slice(0, 4))).toBe(0);
  expect(nodes[4]).toBe(20 * (1 + 100 + 10));
  expect(Object.keys(await blog.snapshots())).toHaveLength(60);
});

it('says that a web page came in the place of data', async () => {
  expect(await failing(always({ kind: 'html', status: 200 }))).toMatchInlineSnapshot(`
    "What came from http://forge/api is a web page and not data: a proxy or a login may stand in between.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that a web page refuses the questions', async () => {
  expect(await failing(always({ kind: 'html', status: 403 }))).toMatchInlineSnapshot(`
    "A web page says that the forge may not be asked: a proxy or a login may stand in between.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that no answer came in time', async () => {
  expect(await failing(always({ kind: 'silence' }), { timeout: 30 })).toMatchInlineSnapshot(`
    "The forge at http://forge/api did not answer in time.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that the connection was cut', async () => {
  expect(await failing(always({ kind: 'cut', share: 0 }))).toMatchInlineSnapshot(`
    "The forge at http://forge/api could not be reached, or the connection was cut.
    Because: other side closed
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that an answer was cut off', async () => {
  expect(await failing(always({ kind: 'cut', share: 0.5 }))).toMatchInlineSnapshot(`
    "The forge at http://forge/api could not be reached, or the connection was cut.
    Because: other side closed
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('says that the forge gave up on a question', async () => {
  const fault = { kind: 'partial', share: 1, seed: 1, type: 'RESOURCE_LIMITS_EXCEEDED' } as const;
  expect(await failing(always(fault))).toMatchInlineSnapshot(`
    "The forge gave up on a question half-way.
    Because: Resource limits for this query exceeded.
    Every snapshot is whole, and the next run goes on from here.
    "
  `);
});

it('copies from GitHub only', async () => {
  const content = {
    'site.yml':
      'name: A\npurpose: B.\nurl: https://blog.example\nforge:\n  kind: gitlab\n  url: https://gitlab.com\n  repository: a/b\n',
  };
  expect(await failing({ content })).toMatchInlineSnapshot(`
    "Discussions are copied from GitHub only, for now, and site.yml says that the forge is GitLab.
    "
  `);
});

it('says that no category is named', async () => {
  const content = {
    'site.yml':
      'name: A\npurpose: B.\nurl: https://blog.example\nforge:\n  kind: github\n  url: https://github.com\n  repository: a/b\n',
  };
  expect(await failing({ content })).toMatchInlineSnapshot(`
    "No category of discussions is named, so there is nothing to copy. Name one in site.yml: comments.category, forge.questions or threads.categories.
    "
  `);
});

it('does not copy when site.yml or a group cannot be read', async () => {
  expect(await failing({ content: { 'site.yml': 'name: A\n' } })).toMatchInlineSnapshot(`
    "content/site.yml cannot be used as it is. What is wrong with it says: npm run check
    "
  `);
  const content = { 'groups/night-shift.md': '---\nname: Night shift\naccess: closde\n---\n' };
  expect(await failing({ content })).toMatchInlineSnapshot(`
    "The group "night-shift" cannot be read, so nobody knows whether its discussions are for everybody. What is wrong with it says: npm run check
    "
  `);
});

it('ends when it is asked to, also while it waits', async () => {
  const stop = new AbortController();
  const blog = await blogOn({
    faults: [{ at: 3, fault: { kind: 'silence' } }],
    onCall: ({ number }) =>
      number === 3 &&
      setTimeout(() => {
        stop.abort();
      }, 20),
  });
  await expect(blog.copy({ signal: stop.signal })).rejects.toThrow('aborted');
});
