import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRepository, readHistory } from '../../../src/source/git-history.ts';
import { GitError } from '../../../src/source/git.ts';
import { post, temporaryFolder, writeFiles } from '../../support/content.ts';
import { createRepository, type TestRepository } from '../../support/history.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let blog: TestRepository;
beforeEach(async () => {
  folder = await temporaryFolder();
  blog = await createRepository(folder.dir);
});
afterEach(() => folder.remove());

const hana = 'Hana Satō <hana@blog.example>';
const tomasz = 'Tomasz Król <1234+tomasz-krol@users.noreply.github.com>';

/** A text that is long enough to be found again after a change of one line. */
const words = (line = 'first') =>
  post(
    {},
    `${'Words about pumps, valves and seals that stay as they are.\n'.repeat(8)}\nThe ${line} line.\n`,
  );

/** The history of a folder in words: when it came, when it was revised, and by whom. */
async function told(dir = join(folder.dir, 'content')): Promise<Record<string, string>> {
  const repository = await findRepository(dir, 'content');
  if ('because' in repository) return { nothing: repository.because };
  const day = (time: number | undefined) =>
    time === undefined ? 'unknown' : new Date(time * 1000).toISOString().slice(0, 10);
  const lines = [...(await readHistory(repository))].map(([path, history]) => {
    const { added, revised, changes, people } = history;
    const names = people.map(
      ({ name, login, changes: own }) => `${name}${login ? ` (${login})` : ''} ${own}`,
    );
    return [
      path,
      `${day(added)}, ${revised === undefined ? 'not revised' : day(revised)}, ${changes}: ${names.join(', ')}`,
    ];
  });
  return Object.fromEntries(lines.sort()) as Record<string, string>;
}

describe('the history of a text', () => {
  it('begins with the commit that added it, and goes on with those that changed its words', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words(), 'content/posts/b.md': words() });
    await blog.commit('2026-02-02', { 'content/posts/a.md': words('second') }, { by: hana });
    await blog.commit('2026-03-03', { 'content/posts/a.md': words('third') }, { by: tomasz });
    expect(await told()).toMatchInlineSnapshot(`
      {
        "posts/a.md": "2026-01-01, 2026-03-03, 3: Ada Berg 1, Hana Satō 1, Tomasz Król (tomasz-krol) 1",
        "posts/b.md": "2026-01-01, not revised, 1: Ada Berg 1",
      }
    `);
  });

  it('is found under names with spaces and letters beyond ASCII', async () => {
    const paths = ['content/posts/a b/mäp 会議.md', 'content/posts/it’s "so".mdx'];
    await blog.commit('2026-01-01', Object.fromEntries(paths.map((path) => [path, words()])));
    await blog.commit('2026-02-02', Object.fromEntries(paths.map((path) => [path, words('second')])));
    expect(await told()).toMatchInlineSnapshot(`
      {
        "posts/a b/mäp 会議.md": "2026-01-01, 2026-02-02, 2: Ada Berg 2",
        "posts/it’s "so".mdx": "2026-01-01, 2026-02-02, 2: Ada Berg 2",
      }
    `);
  });

  it('follows a file through renames, also with a change and into a folder, and starts anew after a deletion', async () => {
    await blog.commit(
      '2026-01-01',
      { 'content/posts/a.md': words(), 'content/posts/gone.md': words() },
      { by: hana },
    );
    await blog.commit('2026-02-02', { 'content/posts/a.md': null, 'content/posts/b.md': words() });
    await blog.commit('2026-03-03', {
      'content/posts/b.md': null,
      'content/posts/b/index.md': words('second'),
    });
    await blog.commit('2026-04-04', { 'content/posts/gone.md': null });
    await blog.commit(
      '2026-05-05',
      { 'content/posts/gone.md': 'Something else, shorter.\n' },
      { by: tomasz },
    );
    await blog.commit('2026-06-06', { 'content/posts/a.md': words('new') }, { by: tomasz });
    expect(await told()).toMatchInlineSnapshot(`
      {
        "posts/a.md": "2026-06-06, not revised, 1: Tomasz Król (tomasz-krol) 1",
        "posts/b/index.md": "2026-01-01, 2026-03-03, 2: Hana Satō 1, Ada Berg 1",
        "posts/gone.md": "2026-05-05, not revised, 1: Tomasz Król (tomasz-krol) 1",
      }
    `);
  });

  it('keeps two files apart that change names in one commit', async () => {
    const [one, other] = [words('one'), post({ title: 'Another' }, 'Entirely different, and short.\n')];
    await blog.commit('2026-01-01', { 'content/posts/a.md': one }, { by: hana });
    await blog.commit('2026-02-02', { 'content/posts/b.md': other }, { by: tomasz });
    await blog.commit('2026-03-03', { 'content/posts/b.md': null, 'content/posts/c.md': other });
    await blog.commit('2026-04-04', { 'content/posts/a.md': null, 'content/posts/b.md': one });
    expect(await told()).toMatchInlineSnapshot(`
      {
        "posts/b.md": "2026-01-01, not revised, 1: Hana Satō 1",
        "posts/c.md": "2026-02-02, not revised, 1: Tomasz Król (tomasz-krol) 1",
      }
    `);
  });

  it('does not take for a revision what changes no words: white space, broken lines, other fields, the order of fields', async () => {
    await blog.commit('2026-01-01', {
      'content/posts/a.md': words(),
      'content/paths/p.md': '---\ntitle: P\nsteps:\n  - post: a\n---\n',
    });
    await blog.commit('2026-02-02', {
      'content/posts/a.md': words().replaceAll(' seals', '\nseals').replaceAll('\n', '\r\n'),
    });
    await blog.commit('2026-03-03', {
      'content/posts/a.md': words().replace('tags:', 'reviewBy: 2027-01-01\ntags:'),
    });
    await blog.commit('2026-04-04', {
      'content/posts/a.md': words().replace(/title: (.*)\n(date: .*\n)/u, '$2title: "$1"\n'),
    });
    expect(await told()).toMatchInlineSnapshot(`
      {
        "paths/p.md": "2026-01-01, not revised, 1: Ada Berg 1",
        "posts/a.md": "2026-01-01, not revised, 1: Ada Berg 1",
      }
    `);
    await blog.commit('2026-05-05', { 'content/posts/a.md': words().replace('A post', 'Another title') });
    await blog.commit('2026-06-06', { 'content/paths/p.md': '---\ntitle: P\nsteps:\n  - post: b\n---\n' });
    expect(await told()).toMatchInlineSnapshot(`
      {
        "paths/p.md": "2026-01-01, 2026-06-06, 2: Ada Berg 2",
        "posts/a.md": "2026-01-01, 2026-05-05, 2: Ada Berg 2",
      }
    `);
  });

  it('does not count commits of many texts, of other files too, or that are listed as mechanical', async () => {
    const many = (line: string) =>
      Object.fromEntries(
        Array.from({ length: 21 }, (_, index) => [`content/posts/p${index}.md`, words(line)]),
      );
    await blog.commit('2026-01-01', many('first'));
    await blog.commit('2026-02-02', many('second'));
    await blog.commit('2026-03-03', {
      'content/posts/p0.md': words('third'),
      'src/engine.ts': 'export {};\n',
    });
    const listed = await blog.commit('2026-04-04', { 'content/posts/p0.md': words('fourth') });
    await blog.commit('2026-04-05', { '.git-blame-ignore-revs': `# A program did this.\n${listed}\n` });
    const { ['posts/p0.md']: uncounted } = await told();
    expect(uncounted).toMatchInlineSnapshot(`"2026-01-01, not revised, 0: "`);
    await blog.commit('2026-05-05', {
      'content/posts/p0.md': words('fifth'),
      '.github/CODEOWNERS': '* @us\n',
    });
    const { ['posts/p0.md']: counted } = await told();
    expect(counted).toMatchInlineSnapshot(`"2026-01-01, 2026-05-05, 1: Ada Berg 1"`);
  });
});

describe('branches', () => {
  it('count once, on the day of the merge, and what came together was not a revision', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words() });
    await blog.git('checkout', '--quiet', '-b', 'topic');
    await blog.commit('2026-01-10', { 'content/posts/new.md': words() }, { by: hana });
    await blog.commit('2026-01-20', { 'content/posts/new.md': words('second') }, { by: hana });
    await blog.commit('2026-01-21', { 'content/posts/a.md': words('second') }, { by: hana });
    await blog.commit('2026-01-22', { 'content/posts/whole.md': words() }, { by: hana });
    await blog.commit('2026-01-23', { 'content/posts/whole.md': words('second') }, { by: hana });
    await blog.git('checkout', '--quiet', 'main');
    await blog.commit('2026-01-15', { 'content/posts/other.md': words() });
    await blog.merge('2026-02-01', 'topic');
    await blog.commit('2026-03-01', { 'content/posts/new.md': words('third') });
    expect(await told()).toMatchInlineSnapshot(`
      {
        "posts/a.md": "2026-01-01, 2026-02-01, 2: Ada Berg 1, Hana Satō 1",
        "posts/new.md": "2026-02-01, 2026-03-01, 3: Hana Satō 2, Ada Berg 1",
        "posts/other.md": "2026-01-15, not revised, 1: Ada Berg 1",
        "posts/whole.md": "2026-02-01, not revised, 2: Hana Satō 2",
      }
    `);
  });

  it('give an edit to the file that was renamed meanwhile', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words() });
    await blog.git('checkout', '--quiet', '-b', 'topic');
    await blog.commit('2026-01-10', { 'content/posts/a.md': words('second') }, { by: hana });
    await blog.git('checkout', '--quiet', 'main');
    await blog.commit('2026-01-15', { 'content/posts/a.md': null, 'content/posts/b.md': words() });
    await blog.merge('2026-02-01', 'topic');
    const { ['posts/b.md']: renamed } = await told();
    expect(renamed).toMatchInlineSnapshot(`"2026-01-01, 2026-02-01, 2: Ada Berg 1, Hana Satō 1"`);
  });

  it('do not count a commit twice that was made again on another base, and keep its first day', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words() });
    await blog.git('checkout', '--quiet', '-b', 'topic');
    const edit = await blog.commit('2026-01-10', { 'content/posts/a.md': words('second') }, { by: hana });
    await blog.git('checkout', '--quiet', 'main');
    await blog.commit('2026-01-12', { 'content/posts/b.md': words() });
    await blog.pick('2026-01-13', edit);
    await blog.merge('2026-02-01', 'topic');
    const { ['posts/a.md']: once } = await told();
    expect(once).toMatchInlineSnapshot(`"2026-01-01, 2026-01-13, 2: Ada Berg 1, Hana Satō 1"`);
  });

  it('say the same after a rebase of everything', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words() });
    await blog.commit('2026-02-02', { 'content/posts/a.md': words('second') }, { by: hana });
    const before = await told();
    await blog.git(
      'commit',
      '--quiet',
      '--amend',
      '--no-edit',
      '--author',
      hana,
      '--date',
      '2026-02-02T12:00:00+00:00',
    );
    expect(Object.keys(await told())).toEqual(Object.keys(before));
    const [people] = Object.values(await told());
    expect(people).toContain('Hana Satō 1');
  });
});

describe('people', () => {
  it('are those of .mailmap, also as co-authors; each counts once a commit', async () => {
    await blog.commit('2026-01-01', {
      '.mailmap':
        'Hana Satō <hana@blog.example> <hs@home.example>\nHana Satō <hana@blog.example> H <h@old.example>\n',
    });
    await blog.commit('2026-01-02', { 'content/posts/a.md': words() }, { by: 'hs <hs@home.example>' });
    await blog.commit(
      '2026-02-02',
      { 'content/posts/a.md': words('second') },
      {
        by: tomasz,
        with: ['H <h@old.example>', tomasz, 'Zażółć Gęślą <zg@blog.example>', 'no signature at all'],
      },
    );
    expect(await told()).toMatchInlineSnapshot(`
      {
        "posts/a.md": "2026-01-02, 2026-02-02, 2: Hana Satō 2, Tomasz Król (tomasz-krol) 1, Zażółć Gęślą 1",
      }
    `);
  });

  it('are no machines, and have no name where git has an address for one', async () => {
    await blog.commit(
      '2026-01-01',
      { 'content/posts/a.md': words() },
      { by: 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>', with: [hana] },
    );
    await blog.commit(
      '2026-02-02',
      { 'content/posts/a.md': words('second') },
      { by: 'root <root@ip-10-0-0-1.internal>' },
    );
    await blog.commit(
      '2026-03-03',
      { 'content/posts/a.md': words('third') },
      { by: 'someone@blog.example <someone@blog.example>' },
    );
    await blog.commit(
      '2026-04-04',
      { 'content/posts/a.md': words('fourth') },
      { by: 'Rota-Bot <rota@blog.example>', with: ['A helper <noreply@helper.example>'] },
    );
    const history = await told();
    expect(history).toMatchInlineSnapshot(`
      {
        "posts/a.md": "2026-01-01, 2026-04-04, 4: Hana Satō 1,  1",
      }
    `);
    expect(JSON.stringify(history)).not.toContain('blog.example');
  });
});

describe('a clone', () => {
  it('that is shallow says what was revised in the commits that are there, and names nobody', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words(), 'content/posts/b.md': words() });
    await blog.commit('2026-02-02', { 'content/posts/b.md': words('second') });
    await blog.commit('2026-03-03', { 'content/posts/c.md': words() });
    await blog.commit('2026-04-04', { 'content/posts/c.md': words('second') });
    await blog.git('clone', '--quiet', '--depth=3', `file://${folder.dir}`, 'copy');
    expect(await findRepository(join(folder.dir, 'copy/content'), 'content')).toMatchObject({
      isShallow: true,
    });
    expect(await told(join(folder.dir, 'copy/content'))).toMatchInlineSnapshot(`
      {
        "posts/c.md": "2026-03-03, 2026-04-04, 0: ",
      }
    `);
  });

  it('that leaves out the texts of old versions says so', async () => {
    await blog.commit('2026-01-01', { 'content/posts/a.md': words() });
    await blog.git('config', 'uploadpack.allowFilter', 'true');
    await blog.git('clone', '--quiet', '--filter=blob:none', `file://${folder.dir}`, 'copy');
    expect(await told(join(folder.dir, 'copy/content'))).toMatchInlineSnapshot(`
      {
        "nothing": "The git repository of content/ is a partial clone without the texts of old versions, so no page says when it was revised and who contributed to it. Clone it whole: without --filter.",
      }
    `);
  });

  it('whose content is a submodule has the history of the submodule', async () => {
    await blog.commit('2026-01-01', { 'posts/a.md': words(), 'README.md': 'About.\n' });
    await blog.commit('2026-02-02', { 'posts/a.md': words('second'), 'README.md': 'About it.\n' });
    await mkdir(join(folder.dir, 'engine'));
    const engine = await createRepository(join(folder.dir, 'engine'));
    await engine.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      folder.dir,
      'content',
    );
    await engine.commit('2026-03-03', {});
    const { ['posts/a.md']: history } = await told(join(folder.dir, 'engine/content'));
    expect(history).toMatchInlineSnapshot(`"2026-01-01, 2026-02-02, 2: Ada Berg 2"`);
  });
});

describe('without a history', () => {
  it('nothing is known, and a sentence says why', async () => {
    expect(await told(folder.dir)).toMatchInlineSnapshot(`
      {
        "nothing": "The git repository of content/ has no commit yet, so no page says when it was revised and who contributed to it.",
      }
    `);
    await writeFiles(folder.dir, { 'content/posts/a.md': words() });
    await blog.commit('2026-01-01', { '.gitignore': 'untracked\n' });
    await cp(join(folder.dir, 'content'), join(folder.dir, 'untracked'), { recursive: true });
    expect(await told(join(folder.dir, 'untracked'))).toMatchInlineSnapshot(`
      {
        "nothing": "git keeps none of the texts in content/, so no page says when it was revised and who contributed to it.",
      }
    `);
    const export_ = await temporaryFolder();
    expect(await told(export_.dir)).toMatchInlineSnapshot(`
      {
        "nothing": "content/ is not in a git repository, so no page says when it was revised and who contributed to it.",
      }
    `);
    await export_.remove();
    const missing = () => Promise.reject(new GitError('git cannot be run in here.', ''));
    expect(await findRepository(folder.dir, 'content', missing)).toMatchInlineSnapshot(`
      {
        "because": "git cannot be run, so no page says when it was revised and who contributed to it.",
      }
    `);
  });
});
