import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../../scripts/command-line.ts';
import * as handin from '../../../../scripts/commands/handin.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { formBody, openHandInDesk, type HandInDesk } from '../../../support/handed-in.ts';

// Each asks git two dozen times, and the first one loads the dictionaries.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: HandInDesk;
beforeAll(async () => {
  desk = await openHandInDesk();
});
afterAll(() => desk.stop());

describe('npm run handin', () => {
  it('makes a pull request of what somebody wrote, in their name, and says so', async () => {
    const body = formBody({ topics: 'Tools, Pumps, pipes and valves' });
    const number = await desk.write('ada-b', 'Pumps and: tides', body);
    expect(await desk.run(number)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Issue 1: posts/pumps-and-tides.md: pull request 2 is opened.
      ",
      }
    `);
    expect(await desk.changes(number)).toBe('A\tcontent/posts/pumps-and-tides.md\n');
    expect(await desk.read(number, 'posts/pumps-and-tides.md')).toMatchInlineSnapshot(`
      "---
      title: "Pumps and: tides"
      date: 2026-11-22
      authors: [ada-berg]
      tags: [tools, pumps]
      ---

      It rained for a week, and the pump did what pumps do.
      "
    `);
    const commit = ['log', '-1', '--format=%an%n%B', `handin/${number}`];
    expect(await desk.repository.remote(commit)).toMatchInlineSnapshot(`
      "Watercooler
      Add the post pumps-and-tides

      Handed in with the form, issue 1.

      Co-authored-by: ada-b <2445678608+ada-b@users.noreply.127.0.0.1>

      "
    `);
    const pull = desk.forge.pulls().at(-1);
    expect({ title: pull?.title, body: pull?.body }).toMatchInlineSnapshot(`
      {
        "body": "Handed in with the form in #1 by @ada-b. The check finds nothing that keeps it from being published.

      Who edits #1 brings this up to date, until somebody else changes the branch.

      Closes #1.
      ",
        "title": "New post: Pumps and: tides",
      }
    `);
    expect(desk.answers(number)).toMatchInlineSnapshot(`
      [
        "<!-- watercooler-handin -->
      Thank you! Your words are a proposal for a post: [#2](https://forge.example/kestrel-quay/watercooler/pull/2). A colleague reads it next, and you need not do anything.

      To change it, go on here: edit your first message here (the three dots at its upper right, then “Edit”), and the proposal follows within minutes. If somebody has a question, it stands in #2.
      ",
      ]
    `);
  });

  it('tells the reviewer about somebody new, and about pictures', async () => {
    const text = 'See.\n\n![The pump](https://github.com/user-attachments/assets/1)\n';
    const number = await desk.write(
      'new-here',
      'A picture',
      formBody({ text, name: 'Zoë New', role: 'Fitter' }),
    );
    await desk.run(number);
    expect(await desk.read(number, 'authors/zoe-new.yml')).toBe(
      'name: Zoë New\nrole: Fitter\nlogin: new-here\n',
    );
    expect(desk.forge.pulls().at(-1)?.body?.replaceAll(`#${number}`, '#N')).toMatchInlineSnapshot(`
      "Handed in with the form in #N by @new-here. The check finds nothing that keeps it from being published.

      - "zoe-new" is a new author. The file says what was filled into the form.

      - One picture is a link for now. Put it beside the post, and say what it shows for people who cannot see it.

      Who edits #N brings this up to date, until somebody else changes the branch.

      Closes #N.
      "
    `);
    expect(desk.answers(number)[0]).toContain('Your pictures are links for now.');
  });

  it('brings the same pull request and the same answer up to date when the words are edited', async () => {
    const number = await desk.write('ada-b', 'Tides', formBody({}));
    await desk.run(number);
    const before = desk.forge.pulls().length;
    expect((await desk.run(number)).stdout).toMatch(/pull request \d+ is unchanged\.\n$/u);

    await desk.rewrite(number, { title: 'Ebb', body: formBody({ text: 'It fell.' }) });
    expect((await desk.run(number)).stdout).toMatch(
      /^Issue \d+: posts\/ebb\.md: pull request \d+ is updated\.\n$/u,
    );
    expect(await desk.changes(number)).toBe('A\tcontent/posts/ebb.md\n');
    expect(desk.forge.pulls()).toHaveLength(before);
    expect(desk.forge.pulls().at(-1)?.title).toBe('New post: Ebb');

    await desk.rewrite(number, { body: formBody({ text: '' }) });
    expect((await desk.run(number)).stdout).toMatch(/has something to mend, in one place/u);
    expect(desk.answers(number)).toHaveLength(1);
    expect(desk.answers(number)[0]?.replace(/#\d+/u, '#N')).toMatchInlineSnapshot(`
      "<!-- watercooler-handin -->
      Thank you! Before this can become a post, one thing has to be mended:

      - “Your text” is empty.

      Edit your first message here (the three dots at its upper right, then “Edit”); this answer follows within minutes. The proposal #N stays as it is until then.
      "
    `);
    expect(await desk.changes(number)).toBe('A\tcontent/posts/ebb.md\n');
  });

  it('never writes over what a reviewer changed', async () => {
    const number = await desk.write('ada-b', 'Reviewed', formBody({}));
    await desk.run(number);
    const { git, remote } = desk.repository;
    await git(['fetch', '--quiet', 'origin', `handin/${number}`]);
    const tree = await git(['rev-parse', 'FETCH_HEAD^{tree}']);
    const commit = await git(['commit-tree', tree.trim(), '-p', 'FETCH_HEAD', '-m', 'A better sentence']);
    await git(['push', '--quiet', 'origin', `${commit.trim()}:refs/heads/handin/${number}`]);

    await desk.rewrite(number, { body: formBody({ text: 'Other words.' }) });
    expect((await desk.run(number)).stdout).toBe(
      `Issue ${number}: somebody else has changed its branch, which stays as it is.\n`,
    );
    expect((await remote(['rev-parse', `handin/${number}`])).trim()).toBe(commit.trim());
    expect(desk.answers(number)[0]?.replace(/\d+/gu, 'N')).toMatchInlineSnapshot(`
      "<!-- watercooler-handin -->
      A colleague has changed the text of your post since, in [#N](https://forge.example/kestrel-quay/watercooler/pull/N), so what you change here is not taken over any more. Please say there what should be different."
    `);
  });

  it('leaves alone what is closed, has no label, or is a pull request', async () => {
    const number = await desk.write('ada-b', 'Closed', formBody({}));
    await desk.rewrite(number, { state: 'closed' });
    const plain = await desk.write('ada-b', 'No label', formBody({}));
    await desk.forge.as('keeper')('DELETE', `/issues/${plain}/labels/post`);
    const pull = desk.forge.pulls()[0]?.number ?? 0;
    const said = [];
    for (const one of [number, plain, pull]) said.push((await desk.run(one)).stdout.replace(/\d+/u, 'N'));
    expect(said).toMatchInlineSnapshot(`
      [
        "Issue N: nothing was done. It is closed.
      ",
        "Issue N: nothing was done. It does not have the label "post".
      ",
        "Issue N: nothing was done. It is a pull request.
      ",
      ]
    `);
    expect([await desk.changes(number), desk.answers(number), desk.answers(plain)]).toEqual(['', [], []]);
  });

  it('says what it would do, and does nothing, with --dry-run', async () => {
    const rest = await desk.rest();
    const number = await desk.write('ada-b', 'Dry', formBody({}));
    const wet = await desk.write('ada-b', 'Wet', formBody({ topics: 'Rain', text: '' }));
    expect((await desk.run(number, '--dry-run')).stdout).toBe(
      `Issue ${number}: posts/dry.md would be proposed.\n`,
    );
    expect((await desk.run(wet, '--dry-run')).stdout).toBe(
      `Issue ${wet}: its writer has something to mend, in 2 places; the answer would say what.\n`,
    );
    expect([await desk.changes(number), desk.answers(number), desk.answers(wet)]).toEqual(['', [], []]);
    expect(await desk.rest()).toBe(rest);
  });

  it('takes the issue from the event of a job', async () => {
    const number = await desk.write('ada-b', 'Event', formBody({}));
    const event = join(desk.repository.dir, '..', 'event.json');
    await writeFile(
      event,
      JSON.stringify({ action: 'opened', issue: { number, title: '::error::', body: 'x' } }),
    );
    expect(await typed([], { GITHUB_EVENT_PATH: event, GITHUB_TOKEN: 'token-of-app' })).toMatch(
      /^Issue \d+: posts\/event\.md: pull request \d+ is opened\.\n$/u,
    );
    await writeFile(event, JSON.stringify({ action: 'push' }));
    expect(await typed([], { GITHUB_EVENT_PATH: event })).toMatchInlineSnapshot(`
      "The event that started this job is about no issue. Name one with --issue.
      The flags are listed by: npm run handin -- --help
      "
    `);
  });

  it('says what is wrong with how it was called', async () => {
    expect(await typed([])).toMatchInlineSnapshot(`
      "Outside a job of GitHub Actions, "handin" needs --issue and a number.
      The flags are listed by: npm run handin -- --help
      "
    `);
    expect(await typed(['--issue', 'twelve'])).toMatchInlineSnapshot(`
      "--issue takes a whole number from 1 to 1000000000, and "twelve" is not one.
      The flags are listed by: npm run handin -- --help
      "
    `);
    expect(await typed(['12'])).toMatchInlineSnapshot(`
      ""handin" takes no other words, and got "12".
      The flags are listed by: npm run handin -- --help
      "
    `);
    expect(await typed(['--issue', '1'])).toMatchInlineSnapshot(`
      "There is no token. Make one that may write contents, issues and pull requests, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.
      "
    `);
    expect(await typed(['--issue', '9999'], { GITHUB_TOKEN: 'token-of-app' })).toMatch(
      /^The forge knows no such repository or issue/u,
    );
  });
});

describe('in a repository that is open to everybody', () => {
  it('a stranger waits until somebody lets the words in', async () => {
    const open = await openHandInDesk(false);
    try {
      const number = await open.write('new-here', 'Spam', formBody({ name: 'Zoë New', role: 'Fitter' }));
      expect((await open.run(number)).stdout).toMatch(/waits for the label "welcome"/u);
      expect(await open.changes(number)).toBe('');
      expect(open.answers(number)).toMatchInlineSnapshot(`
        [
          "<!-- watercooler-handin -->
        Thank you! Because this repository is open to everybody, somebody who looks after it has to let your words in first, with the label “welcome”.",
        ]
      `);
      await open.forge.as('keeper')('POST', `/issues/${number}/labels`, { labels: ['welcome'] });
      await open.run(number);
      expect(await open.changes(number)).toBe('A\tcontent/authors/zoe-new.yml\nA\tcontent/posts/spam.md\n');
      expect(open.answers(number)).toHaveLength(1);
    } finally {
      await open.stop();
    }
  });
});

/** What the screen says when somebody types the command. */
async function typed(args: string[], env: Record<string, string> = {}): Promise<string> {
  const cache = { WATERCOOLER_CACHE: join(desk.repository.dir, '..', 'cache') };
  const { world, written } = fakeWorld({ cwd: desk.repository.dir, env: { ...env, ...cache } });
  await runCommandLine(['handin', ...args], { handin: () => Promise.resolve(handin) }, world);
  return written.stderr + written.stdout;
}
