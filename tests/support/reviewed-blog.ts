import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { run } from '../../scripts/commands/review.ts';
import { post, writeContent, writeFiles, type Files } from './content.ts';
import { fakeWorld } from './fake-world.ts';
import { createRepository, type Repository } from './repository.ts';
import { root } from './run-watercooler.ts';

/** Sentences of a closed group: nobody else may find a word of them. */
export const canaries = ['quicksilver', 'Obsidian', 'moonless', 'Tarpaulin', 'gossamer', 'Zeppelin'];

/** Words that would do something if a format let them. */
export const hostileTitle =
  '<script>alert(1)</script> @everyone #12 ![x](https://evil.example/p.png) `code` | **bold** <!-- -->';

const closed = { group: 'night-watch' };
const long = (subject: string) =>
  [
    `The ${subject} was cleaned in March, and somebody wrote down how long it took.`,
    'Two people held the ladder while a third read the numbers aloud from the dial.',
    'Nobody had done it since the old pier burned, so the first attempt went wrong.',
    'We now keep the brush, the lamp and the list in one box by the door.',
  ].join('\n\n');

const picture = (colour: string, width: number) =>
  sharp({ create: { width, height: width / 2, channels: 3, background: colour } })
    .png()
    .toBuffer();

const base: Files = {
  'site.yml':
    'name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\nforge:\n  kind: github\n  url: https://github.com\n  repository: harbour/log\n',
  'tags.yml':
    'tags:\n  - slug: tools\n    label: Tools\n    description: Things that help.\n  - slug: safety\n    label: Safety\n    description: How nobody gets hurt.\n',
  'authors/bo.yml': 'name: Bo Lind\nrole: Rigger\nlogin: bo-lind\n',
  'authors/eve.yml': 'name: Eve Moss\nrole: Diver\nleft: 2026-06-01\n',
  'groups/divers.md': '---\nname: Divers\npurpose: We dive.\nstewards: [bo]\n---\n\nWe meet on Mondays.\n',
  'groups/night-watch.md':
    '---\nname: Night watch\npurpose: We watch.\nstewards: [bo]\naccess: closed\n---\n\nAsk Bo.\n',
  'pages/help.md': '---\ntitle: Help\n---\n\nAsk somebody who knows.\n',
  'policy.yml':
    'clauses:\n  - name: gate-code\n    clause: Do not write down the gate code.\n    words: [gate code]\n',
  'words.txt': 'halyard\n',
  'posts/lamp.md': post({ title: 'The lamp' }, `${long('lamp')}\n\nSee [[ladder]] and [the help](/help/).\n`),
  'posts/ladder.md': post({ title: 'The ladder' }, `${long('ladder')}\n`),
  'posts/anchor.md': post({ title: 'The anchor' }, 'An anchor is heavy, and stays where it is.\n'),
  'posts/rope.md': post(
    { title: 'The rope', tags: '[tools, safety]' },
    'A rope is long, and wears out in the middle.\n',
  ),
  'posts/buoy.md': post({ title: 'The buoy' }, 'A buoy floats, and tells ships where not to go.\n'),
  'posts/bell.md': post({ title: 'The bell' }, 'A bell rings in fog, and only then.\n'),
  'posts/keeper.md': post({ title: 'The keeper' }, 'The keeper sleeps by day. See [[bell]].\n'),
  'posts/mast/index.md': post({ title: 'The mast' }, 'This is a mast.\n\n![A red mast](./mast.png)\n'),
  'posts/draft.md': post({ title: 'A draft', draft: 'true' }, 'It is not done yet.\n'),
  'posts/news.md': post({ title: 'The news', kind: 'announcement' }, 'The pier opens on Friday.\n'),
  'posts/broken.md': post({ title: 'Soon broken' }, 'It can be read for now.\n'),
  'posts/tidy.md': post({ title: 'A tidy post' }, 'It is the same to readers.\n'),
  'posts/tabs.mdx': post(
    { title: 'Tabs' },
    'Choose one.\n\n<Tabs>\n<Tab label="Ebb">The water goes.</Tab>\n<Tab label="Flood">The water comes.</Tab>\n</Tabs>\n',
  ),
  'posts/quicksilver-plan.md': post({ title: 'Obsidian', ...closed }, 'A moonless plan for the watch.\n'),
  'posts/tarpaulin.md': post({ title: 'Tarpaulin', ...closed }, 'It covers the boat.\n'),
  'threads/lamp.json': '{}\n',
};

/** What the branch does to the content: more than thirty kinds of change. */
async function change(): Promise<Files> {
  return {
    'posts/lamp.md': post(
      { title: 'The lamp and its box', excerpt: 'How to clean it.', owner: 'eve' },
      `${long('lamp').replace('Two people', 'Three people').replace('a third', 'a fourth')}\n\nSee [the tides](https://tides.example/a?b=c&d=e) and [[anchor]].\n`,
    ),
    'posts/fog-horn.md': post(
      { title: 'The fog horn', authors: '[bo]' },
      'It is loud, and that is the point.\n',
    ),
    'posts/sail/index.md': post(
      { title: 'The sail', cover: './sail.png', coverAlt: 'A white sail', group: 'divers' },
      'A sail catches wind.\n\n![Without wind](./calm.png)\n',
    ),
    'posts/sail/sail.png': await picture('white', 640),
    'posts/sail/calm.png': await picture('grey', 320),
    'posts/next-year.md': post({ title: 'Next year', date: '2027-03-12' }, 'We will dredge the harbour.\n'),
    'posts/not-yet.md': post({ title: 'Not yet', draft: 'true' }, 'A thought that is not finished.\n'),
    'posts/lamp-again.md': post({ title: 'Cleaning lamps' }, `${long('lamp')}\n`),
    'posts/rope.md': post(
      { title: 'The rope', tags: '[tools]', reviewBy: '6 months' },
      'A rope is long, and wears out in the middle.\n',
    ),
    'posts/buoy.md': null,
    'posts/beacon.md': post(
      { title: 'The buoy', formerly: '[buoy]' },
      'A buoy floats, and tells ships where not to go.\n',
    ),
    'posts/anchor.md': null,
    'posts/kedge.md': post({ title: 'The anchor' }, 'An anchor is heavy, and stays where it is.\n'),
    'posts/bell.md': null,
    'posts/ladder.md': null,
    'redirects.yml': 'redirects:\n  /posts/ladder/: /posts/fog-horn/\n',
    'posts/mast/mast.png': await picture('blue', 400),
    'posts/draft.md': post({ title: 'A draft' }, 'It is done.\n'),
    'posts/news.md': post(
      { title: 'The news', kind: 'announcement', expires: '2026-11-01' },
      'The pier opens on Friday.\n',
    ),
    'posts/broken.md': '---\ntitle: "Never closed\ndate: 2026-03-12\n---\n\nNobody can read this.\n',
    'posts/tidy.md': post({ title: "'A tidy post'" }, 'It is the same to readers.\n'),
    'posts/tabs.mdx': post(
      { title: 'Tabs' },
      'Choose one.\n\n<Tabs>\n<Tab label="Ebb">The water leaves.</Tab>\n<Tab label="Flood">The water comes.</Tab>\n</Tabs>\n',
    ),
    'posts/hostile.md': post(
      { title: `'${hostileTitle}'` },
      'Words of @ada about #7, <b>bold</b> and [a link](https://evil.example/?q=<x>).\n\nمرحبا بالعالم \u{1F6A2} `a ``b` GH-9.\n',
    ),
    'posts/gate.md': post(
      {
        title: 'The gate',
        allow: '[{ rule: policy, clause: gate-code, because: "it was changed @all <img src=x>" }]',
      },
      'The gate code was 1234 until 2019.\n\n<!-- allow: vague-link-text because the button says so -->\n\n[here](/help/)\n',
    ),
    'posts/quicksilver-plan.md': post(
      { title: 'Obsidian two', ...closed },
      'A moonless plan. ![Gossamer](./gossamer.png)\n',
    ),
    'posts/gossamer.png': await picture('black', 200),
    'posts/zeppelin.md': `---\ntitle: "Zeppelin\ngroup: night-watch\n---\n\nA zeppelin with broken fields.\n`,
    'posts/tarpaulin.md': post({ title: 'Tarpaulin' }, 'It covers the boat.\n'),
    'groups/divers.md':
      '---\nname: Divers\npurpose: We dive deep.\nstewards: [bo, ada]\n---\n\nWe meet on Tuesdays.\n',
    'paths/first-week.md':
      '---\ntitle: First week\nfor: New people\noutcome: You can clean a lamp.\nsteps:\n  - post: lamp\n    because: It comes first.\n  - post: quicksilver-plan\n    because: For some.\n---\n\nRead it in order.\n',
    'pages/help.md': '---\ntitle: Help\n---\n\nAsk somebody who knows, or call.\n',
    'authors/bo.yml': 'name: Bo Lind\nrole: Master rigger\nlogin: bo-lind\n',
    'authors/kim.yml': 'name: Kim Ore\nrole: Cook\n',
    'tags.yml':
      'tags:\n  - slug: tools\n    label: Tools and kit\n    description: Things that help.\n    pinned: [tarpaulin, lamp]\n  - slug: safety\n    label: Safety\n    description: How nobody gets hurt.\n  - slug: tool\n    label: Tool\n    description: One thing that helps.\n',
    'policy.yml':
      'clauses:\n  - name: gate-code\n    clause: Do not write down the gate code.\n    words: [gate code]\n  - name: wages\n    clause: Do not name wages.\n    words: [wage list]\n',
    'site.yml':
      'name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\nlanguage: en-US\nforge:\n  kind: github\n  url: https://github.com\n  repository: harbour/log\n',
    'words.txt': 'halyard\nkedge\n',
    'threads/lamp.json': null,
    'approvals.json': '{}\n',
  };
}

const outside = {
  'engine.ts': 'export const answer = 42;\n',
  '.github/workflows/build.yml': 'name: Build\n',
  '.github/CODEOWNERS': '* @harbour/log\n/content/posts/ @bo-lind\n/content/posts/mast/ @ada\n',
};

export interface ReviewedBlog extends Repository {
  content: string;
  review: (...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
}

/** A repository whose main branch holds a small blog; `review` is the command at work on what is checked out. */
export async function openReviewedBlog(files: Files = base): Promise<ReviewedBlog> {
  const repository = await createRepository({ 'README.md': 'A blog.\n' });
  const content = join(repository.dir, 'content');
  await writeContent(content, {
    ...files,
    ...(files === base ? { 'posts/mast/mast.png': await picture('red', 400) } : {}),
  });
  await writeFiles(repository.dir, outside);
  await repository.commit('The blog');
  await repository.git(['push', '--quiet', 'origin', 'main']);
  await repository.git(['checkout', '--quiet', '-b', 'work']);
  const cache = join(repository.dir, '..', 'cache');
  const review: ReviewedBlog['review'] = async (...args) => {
    const { PATH, HOME, CHROMIUM_PATH } = process.env;
    const env = {
      PATH,
      HOME,
      CHROMIUM_PATH,
      CONTENT_DIR: content,
      WATERCOOLER_CACHE: cache,
      WATERCOOLER_DAY: '2026-11-22',
    };
    const { world, written } = fakeWorld({ cwd: root, env });
    const code = await run(['--out', join(cache, 'out'), ...args], world);
    const plain = (text: string) =>
      text
        .replaceAll(/\d+\.\d s$/gmu, '… s')
        .replaceAll(cache, 'CACHE')
        .replaceAll(content, 'content');
    return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
  };
  return { ...repository, content, review };
}

/** Commits everything that a branch could do, and lets the main branch move on so that the two cannot be merged. */
export async function changeEverything(blog: ReviewedBlog): Promise<void> {
  await rename(join(blog.content, 'posts/buoy.md'), join(blog.content, 'posts/beacon.md'));
  await writeFiles(blog.content, await change());
  await writeFiles(blog.dir, {
    'engine.ts': 'export const answer = 43;\n',
    '.github/workflows/build.yml': 'name: Build it\n',
    '.github/CODEOWNERS': '* @stranger\n',
    'docs/a note.md': 'Only words.\n',
  });
  await blog.commit('Everything <b>at once</b>\n\nCc: @everyone');
  await blog.git(['checkout', '--quiet', 'main']);
  await writeFiles(blog.content, {
    'posts/lamp.md': post({ title: 'The lamp in spring' }, 'Another text.\n'),
    'posts/quicksilver-plan.md': post({ title: 'Obsidian three', ...closed }, 'Another plan.\n'),
  });
  await blog.commit('Meanwhile');
  await blog.git(['checkout', '--quiet', 'work']);
}
