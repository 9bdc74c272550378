import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { run, usage } from '../../../scripts/commands/register.ts';
import { textDigest } from '../../../src/source/text-digest.ts';
import { post, type Files } from '../../support/content.ts';
import { fakeWorld } from '../../support/fake-world.ts';
import { createTestBlog, environmentOf, root, type TestBlog } from '../../support/run-watercooler.ts';

let blog: TestBlog | undefined;
afterEach(() => blog?.remove());

async function register(changes: Files, args: string[] = []) {
  blog = await createTestBlog(changes);
  const { world, written } = fakeWorld({ cwd: root, env: environmentOf(blog) });
  const code = await run(args, world);
  const plain = (text: string) => text.replaceAll(blog?.content ?? '', 'content');
  return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
}

const person = (login: string) => ({ login, name: null });
const first = post({ title: 'First words', reviewBy: '2026-11-01', owner: 'ada', acknowledge: 'true' });
const formula = post({ title: '\'=HYPERLINK("https://evil.example";"Click, here")\'' });
const policy =
  'clauses:\n  - name: numbers\n    clause: Leave out numbers of files.\n    patterns: ["QX-[0-9]{4}"]\n    mend: Leave it out.\n';
const allow = '[{ rule: policy, clause: numbers, because: The file is public }]';
const closed = '---\nname: Table\npurpose: To talk.\naccess: closed\nstewards: [ada]\n---\n\nWords.\n';

const whole: Files = {
  'posts/first.md': first,
  'posts/formula.md': formula,
  'posts/numbered.md': post({ allow }, 'Look into the file QX-1234 for more about pumps.\n'),
  'policy.yml': policy,
  'posts/excepted.md': post(
    {},
    'For the list [click here](/posts/first/). <!-- allow: vague-link-text because =the button is called so -->\n',
  ),
  'posts/closed.md': post({ title: 'Of a closed group', group: 'table', draft: 'true' }),
  'groups/table.md': closed,
  'approvals.json': JSON.stringify({
    pulls: [
      {
        ...{ number: 7, title: '+1 for "words"', url: 'https://forge.example/pull/7', author: person('ada') },
        ...{ mergedAt: '2026-03-13T23:30:00Z', mergedBy: person('tomasz'), commits: ['a'.repeat(40)] },
        approvals: [{ by: person('hana'), at: '2026-03-13T09:00:00Z', standing: 'counts' }],
        texts: [{ path: 'posts/first.md', digest: textDigest(first) }],
      },
      {
        ...{ number: 8, title: 'Hurry', url: 'https://forge.example/pull/8', author: null },
        ...{ mergedAt: '2026-03-14T09:00:00Z', mergedBy: null, commits: ['b'.repeat(40)] },
        ...{ approvals: [], texts: [{ path: 'posts/formula.md', digest: textDigest(formula) }] },
      },
    ],
    withoutPull: ['c'.repeat(40)],
  }),
};

describe('npm run register', () => {
  it('is a table in which no cell is a formula', async () => {
    const { code, stdout, stderr } = await register(whole);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "list,file,title,page,state,who,date,what,link
      approval,content/posts/closed.md,"Of a closed group",https://blog.example/posts/closed/,"not known",,,,
      approval,content/posts/excepted.md,"A post",https://blog.example/posts/excepted/,"not known",,,,
      approval,content/posts/first.md,"First words",https://blog.example/posts/first/,approved,hana,2026-03-13,"#7 +1 for ""words""",https://forge.example/pull/7
      approval,content/posts/formula.md,"'=HYPERLINK(“https://evil.example”;”Click, here”)",https://blog.example/posts/formula/,"merged without approval",,2026-03-14,"#8 Hurry",https://forge.example/pull/8
      approval,content/posts/numbered.md,"A post",https://blog.example/posts/numbered/,"not known",,,,
      approval,content/groups/table.md,Table,https://blog.example/groups/table/,"not known",,,,
      review,content/posts/first.md,"First words",https://blog.example/posts/first/,past,"Ada Berg",2026-11-01,,
      owner,content/posts/closed.md,"Of a closed group",https://blog.example/posts/closed/,,"Ada Berg",,,
      owner,content/posts/excepted.md,"A post",https://blog.example/posts/excepted/,,"Ada Berg",,,
      owner,content/posts/first.md,"First words",https://blog.example/posts/first/,,"Ada Berg",,,
      owner,content/posts/formula.md,"'=HYPERLINK(“https://evil.example”;”Click, here”)",https://blog.example/posts/formula/,,"Ada Berg",,,
      owner,content/posts/numbered.md,"A post",https://blog.example/posts/numbered/,,"Ada Berg",,,
      owner,content/groups/table.md,Table,https://blog.example/groups/table/,,"Ada Berg",,,
      override,content/posts/excepted.md:8,,,vague-link-text,,,"'=the button is called so","one line"
      override,content/posts/numbered.md:9,,,"policy: numbers",,,"The file is public","whole file"
      acknowledgement,content/posts/first.md,"First words",https://blog.example/posts/first/,"asked for",,,,
      "pull request",content/posts/first.md,"'+1 for ""words""",,approved,hana,2026-03-13,"#7 by ada, merged by tomasz",https://forge.example/pull/7
      "pull request",content/posts/formula.md,Hurry,,"merged without approval",,2026-03-14,"#8 by nobody known, merged by nobody known",https://forge.example/pull/8
      "commit without a pull request",,,,,,,cccccccccccccccccccccccccccccccccccccccc,
      "
    `);
    expect(stdout).not.toMatch(/(?:^|,)"?[=+@-]/mu);
  });

  it('is the same as JSON, in a file', async () => {
    blog = await createTestBlog(whole);
    const out = join(blog.out, 'audit/register.json');
    const { world, written } = fakeWorld({ cwd: root, env: environmentOf(blog) });
    expect(await run(['--out', out], world)).toBe(0);
    expect(written.stdout.replace(out, 'register.json')).toBe('Wrote register.json: 6 pages.\n');
    const told: unknown = JSON.parse((await readFile(out, 'utf8')).replaceAll(blog.content, 'content'));
    expect(told).toMatchObject({
      day: '2026-11-22',
      approvals: [
        { file: 'content/posts/closed.md' },
        {},
        {
          file: 'content/posts/first.md',
          state: 'approved',
          by: ['hana'],
          on: '2026-03-13',
          pull: { number: 7 },
        },
        { state: 'not-approved' },
        {},
        {},
      ],
      acknowledgements: [{ file: 'content/posts/first.md' }],
      commitsWithoutPull: ['c'.repeat(40)],
    });
  });

  it('has nothing but the pages before anything was approved, and says so', async () => {
    expect(await register({})).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "No approval is known yet. They are read from the forge by: npm run approvals
      ",
        "stdout": "list,file,title,page,state,who,date,what,link
      approval,content/posts/first.md,"First words",https://blog.example/posts/first/,"not known",,,,
      owner,content/posts/first.md,"First words",https://blog.example/posts/first/,,"Ada Berg",,,
      ",
      }
    `);
  });

  it('explains itself, and what it does not know', async () => {
    expect(usage).toContain('--format');
    await expect(register({}, ['--format', 'jsn'])).rejects.toThrow(
      'There is no format "jsn". Did you mean "json"? The formats are: csv, json.',
    );
    await expect(register({}, ['now'])).rejects.toThrow('"register" takes no other words, and got "now".');
    expect(await register({ 'site.yml': null })).toMatchObject({
      code: 1,
      stderr: 'content/site.yml cannot be used as it is. What is wrong with it says: npm run check\n',
    });
  });
});
