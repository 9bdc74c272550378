import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verdictOn } from '../../../../src/model/approval.ts';
import { textDigest } from '../../../../src/source/text-digest.ts';
import { openApprovedBlog, type ApprovedBlog } from '../../../support/approved-blog.ts';

let blog: ApprovedBlog;
let first: Awaited<ReturnType<ApprovedBlog['read']>>;

/** Every way in which a text can come into the published branch, each in a pull request of its own. */
beforeAll(async () => {
  blog = await openApprovedBlog({ old: 'Old.' });
  const { propose, review, merge, day } = blog;
  const one = (title: string, slug: string) => propose({ title, commits: [{ posts: { [slug]: title } }] });

  day('2026-02-01');
  const approved = await one('Approved', 'approved');
  await review(approved, 'tomasz-krol', 'COMMENT');
  day('2026-02-02');
  await review(approved, 'hana-sato');
  day('2026-02-03');
  await merge(approved, 'tomasz-krol');

  const unreviewed = await one('Nobody looked', 'unreviewed');
  await merge(unreviewed, 'hana-sato', 'merge');

  const dismissed = await one('Dismissed', 'dismissed');
  await review(dismissed, 'hana-sato');
  blog.dismiss(dismissed, 'hana-sato');
  await merge(dismissed, 'hana-sato');

  const takenBack = await one('Taken back', 'taken-back');
  await review(takenBack, 'hana-sato');
  day('2026-02-04');
  await review(takenBack, 'hana-sato', 'REQUEST_CHANGES');
  await merge(takenBack, 'tomasz-krol');

  const earlier = await one('Changed after the approval', 'earlier');
  await review(earlier, 'hana-sato');
  await blog.add(earlier, { earlier: 'Something else.' });
  await merge(earlier, 'hana-sato', 'merge');

  const together = await propose({
    title: 'Written together',
    commits: [
      { posts: { together: 'One.' }, with: 'Hana Satō <hana-sato@users.noreply.example.com>' },
      { posts: { together: 'Two.' }, by: 'tomasz-krol' },
    ],
  });
  await review(together, 'hana-sato');
  await review(together, 'tomasz-krol');
  await merge(together, 'tomasz-krol', 'merge');

  const reader = await one('Approved by a reader', 'reader');
  await review(reader, 'quiet-reader');
  await merge(reader, 'hana-sato');

  const bot = await one('Approved by a machine', 'bot');
  await review(bot, 'rota-bot');
  await merge(bot, 'rota-bot');

  const many = await propose({
    title: 'Three texts, one of them under another name',
    commits: [
      { posts: { approved: null, renamed: 'Approved' } },
      { posts: { old: 'Newer.', 'ein-märz': 'März.' } },
      { posts: { renamed: 'Approved again' } },
    ],
  });
  await review(many, 'tomasz-krol');
  await review(many, 'hana-sato');
  await merge(many, 'hana-sato', 'merge');
  await blog.push({ pushed: 'Pushed.' });
  first = await blog.read();
}, 60_000);
afterAll(() => blog.close());

const numbered = async () => new Map((await blog.register()).pulls.map((pull) => [pull.number, pull]));

describe('npm run approvals', () => {
  it('says what it read, and everything that nobody approved', () => {
    expect(first).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "  #1  approved by hana-sato: Approved
        #2  merged without an approval: Nobody looked
        #3  merged without an approval: Dismissed
        #4  merged without an approval: Taken back
        #5  approved before its last commits: Changed after the approval
        #6  merged without an approval: Written together
        #7  of an approval that cannot be judged: Approved by a reader
        #8  merged without an approval: Approved by a machine
        #9  approved by tomasz-krol, hana-sato: Three texts, one of them under another name
        2 commits without a pull request
      Read: 9 new pull requests, 5 of them without an approval; 9 pull requests in the register. 2 calls.
      ",
      }
    `);
  });

  it('tells what is approved from what is not', async () => {
    const verdicts = [...(await numbered()).values()].map((pull) => {
      const given = pull.approvals.map(({ by, standing }) => `${by?.login} ${standing}`);
      return `${pull.title}: ${verdictOn(pull).kind} (${given.join(', ')})`;
    });
    expect(verdicts).toMatchInlineSnapshot(`
      [
        "Approved: approved (hana-sato counts)",
        "Nobody looked: not-approved ()",
        "Dismissed: not-approved ()",
        "Taken back: not-approved ()",
        "Changed after the approval: approved-earlier (hana-sato earlier)",
        "Written together: not-approved (hana-sato own, tomasz-krol own)",
        "Approved by a reader: unknown (quiet-reader unclear)",
        "Approved by a machine: not-approved ()",
        "Three texts, one of them under another name: approved (tomasz-krol counts, hana-sato counts)",
      ]
    `);
  });

  it('keeps who approved and merged what, when, and which text it was', async () => {
    const approved = (await numbered()).get(1);
    expect({
      ...approved,
      url: approved?.url.replace(blog.forge.url, 'http://forge'),
      commits: approved?.commits.length,
    }).toMatchInlineSnapshot(`
      {
        "approvals": [
          {
            "at": "2026-02-02T12:00:00Z",
            "by": {
              "login": "hana-sato",
              "name": "Hana Satō",
            },
            "standing": "counts",
          },
        ],
        "author": {
          "login": "ada-b",
          "name": "Ada Berg",
        },
        "commits": 1,
        "mergedAt": "2026-02-03T12:00:00Z",
        "mergedBy": {
          "login": "tomasz-krol",
          "name": "Tomasz Król",
        },
        "number": 1,
        "texts": [
          {
            "digest": "dadd10a080d91ea3b19d8037b769f791efccedc7",
            "path": "posts/approved.md",
          },
        ],
        "title": "Approved",
        "url": "http://forge/kestrel-quay/watercooler/pull/1",
      }
    `);
    const many = (await numbered()).get(9);
    expect(many?.texts.map(({ path }) => path)).toEqual([
      'posts/ein-märz.md',
      'posts/old.md',
      'posts/renamed.md',
    ]);
    for (const { path, digest } of many?.texts ?? [])
      expect(digest).toBe(textDigest(await readFile(join(blog.clone, 'content', path), 'utf8')));
  });

  it('asks for nothing again, and writes the same bytes', async () => {
    const file = join(blog.clone, 'content/approvals.json');
    const before = await readFile(file, 'utf8');
    const requests = blog.forge.requests().length;
    expect(await blog.read()).toMatchObject({ code: 0 });
    expect(blog.forge.requests().length).toBe(requests);
    expect(await blog.read({ full: true })).toMatchObject({ code: 0 });
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});
