import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readContent } from '../../../../src/source/read-content.ts';
import { post } from '../../../support/content.ts';
import {
  openCopiedBlog,
  postsIn,
  usualSite,
  type BlogOptions,
  type CopiedBlog,
} from '../../../support/copied-blog.ts';
import { expectedSnapshots, withoutTime } from '../../../support/expected-snapshots.ts';
import {
  addComment,
  addDiscussion,
  deleteRemark,
  editRemark,
  minimizeRemark,
} from '../../../support/forge/changes.ts';
import { changeDiscussion, removeDiscussion } from '../../../support/forge/manage.ts';
import { createStore, fullSize } from '../../../support/forge/seed.ts';
import { addCategory, categoryNamed, type Discussion, type Store } from '../../../support/forge/store.ts';
import { widgetBody } from '../../../support/forge/words.ts';

const open: CopiedBlog[] = [];
async function blogOn(options: BlogOptions): Promise<CopiedBlog> {
  const blog = await openCopiedBlog(options);
  open.push(blog);
  return blog;
}
afterEach(async () => {
  for (const blog of open.splice(0)) await blog.close();
});

const few = { threads: 6, comments: 20, replies: 10 };

function some<Item>(items: readonly Item[], suits: (item: Item) => boolean = () => true): Item {
  const found = items.find(suits);
  if (found === undefined) throw new Error('The store has nothing of this kind.');
  return found;
}

/** The names of the files that differ. */
function difference(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

function fileOf({ category, title, number }: Discussion): string {
  return category.name === 'Watercooler' ? `threads/${title}.json` : `threads/questions/${number}.json`;
}

describe('npm run threads on a large repository', () => {
  it('copies all, then nothing, then exactly what changed', { timeout: 300_000 }, async () => {
    const store = createStore(1, fullSize);
    const posts = postsIn(store);
    const blog = await blogOn({ store, posts });
    const started = performance.now();
    expect(await blog.copy()).toMatchObject({ code: 0 });
    const seconds = (performance.now() - started) / 1000;
    const first = blog.forge.calls.length;
    expect(withoutTime(await blog.snapshots())).toEqual(expectedSnapshots(store, posts));

    const whole = await blog.files();
    const again = performance.now();
    expect(await blog.copy({ now: '2026-11-22T12:00:00Z' })).toMatchObject({ code: 0 });
    const secondsAgain = (performance.now() - again) / 1000;
    expect(await blog.files()).toEqual(whole);
    const second = blog.forge.calls.slice(first);
    expect(new Set(second.map(({ operation }) => operation))).toEqual(new Set(['Categories', 'Index']));

    const [edited, poorer, richer, renamed, transferred] = store.discussions.filter(
      ({ comments }) => comments.length > 3,
    );
    if (!edited || !poorer || !richer || !renamed || !transferred) throw new Error('The store is too small.');
    editRemark(store, some(edited.comments), 'Other words.', { moves: true });
    deleteRemark(
      store,
      some(poorer.comments, ({ replies }) => replies.length === 0),
      { moves: true },
    );
    addComment(store, richer, { body: 'One word more.' });
    const slug = some(posts, (title) => title === renamed.title);
    await blog.write({
      [`posts/${slug}.md`]: null,
      'posts/a-new-name.md': post({ title: 'A new name', formerly: `[${slug}]` }),
    });
    removeDiscussion(store, transferred);
    const third = await blog.copy({ now: '2026-11-22T13:00:00Z' });
    expect(third.stdout).toContain('Copied: 0 new, 3 changed, 1 removed, 496 unchanged.');
    expect(difference(whole, await blog.files())).toEqual(
      [edited, poorer, richer, transferred].map(fileOf).sort(),
    );
    expect(withoutTime(await blog.snapshots())).toEqual(expectedSnapshots(store, posts));

    process.stdout.write(
      `500 threads: ${first} calls, ${seconds.toFixed(1)} s; again: ${second.length} calls, ${secondsAgain.toFixed(1)} s\n`,
    );
  });
});

describe('npm run threads', () => {
  it('says what it did, and how old the copies were', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    expect((await blog.copy({ now: '2026-11-22T10:00:00Z' })).stdout).toMatchInlineSnapshot(`
      "  new      threads/post-0001.json
        new      threads/questions/8.json
        new      threads/post-0004.json
        new      threads/questions/15.json
        new      threads/post-0005.json
        new      threads/post-0002.json
      Copied: 6 new, 0 changed, 0 removed, 0 unchanged.
      6 discussions, 6 of them read whole in a full pass. 6 calls, … s. It was the first copy.
      "
    `);
    addComment(store, some(store.discussions), { body: 'One word more.' });
    expect((await blog.copy()).stdout).toMatchInlineSnapshot(`
      "  changed  threads/post-0001.json
      Copied: 0 new, 1 changed, 0 removed, 5 unchanged.
      6 discussions, 1 of them read whole. 6 calls, … s. The last copy was on 2026-11-22, the last full pass on 2026-11-22.
      "
    `);
    expect((await blog.files())['copied.yml']).toMatchInlineSnapshot(`
      "# Written by npm run threads.
      copiedOn: 2026-11-22
      fullPassOn: 2026-11-22
      "
    `);
  });

  it('finds a newer comment that was hidden although the forge says of no change', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    await blog.copy();
    const comment = some(store.discussions.flatMap(({ comments }) => comments.slice(-1)));
    minimizeRemark(store, comment, 'spam', { moves: false });
    await blog.copy();
    expect(withoutTime(await blog.snapshots())).toEqual(expectedSnapshots(store, postsIn(store)));
    expect(JSON.stringify(await blog.snapshots())).not.toContain(JSON.stringify(comment.body));
  });

  it('reads everything whole once a day', async () => {
    const store = createStore(1);
    const blog = await blogOn({ store });
    await blog.copy({ now: '2026-11-20T10:00:00Z' });
    const before = await blog.files();
    const long = some(store.discussions, ({ comments }) => comments.length > 50);
    editRemark(store, some(long.comments), 'Changed without a trace.', { moves: false });
    await blog.copy({ now: '2026-11-20T20:00:00Z' });
    expect(difference(before, await blog.files())).toEqual([]);
    await blog.copy({ now: '2026-11-27T10:00:00Z' });
    expect(difference(before, await blog.files())).toEqual(['copied.yml', fileOf(long)]);
    expect((await blog.files())['copied.yml']).toContain('fullPassOn: 2026-11-27');
  });

  it('writes nothing in a dry run', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    const { code, stdout } = await blog.copy({ dryRun: true });
    expect(code).toBe(0);
    expect(stdout).toContain('This would have been: 6 new, 0 changed, 0 removed, 0 unchanged.');
    expect(await blog.files()).toEqual({});
  });

  it('shows a person how far it has come when it takes long', async () => {
    const slow = { kind: 'slow', pieces: 2, pauseMs: 450 } as const;
    const blog = await blogOn({
      store: createStore(1, few),
      faults: [{ at: { operation: 'Threads' }, fault: slow }],
    });
    const { stderr } = await blog.copy({ isTTY: true });
    expect(stderr).toContain('\rCopying 6 discussions: 100 %');
    expect(stderr.split('\r').at(-1)).toBe('');
  });

  it('does not copy while another process does', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    const both = await Promise.all([blog.copy(), blog.copy()]);
    const [busy] = both.filter(({ code }) => code === 1);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(busy?.stderr).toBe(
      `The process ${process.pid} is copying the discussions just now. Wait for its end.\n`,
    );
    expect(withoutTime(await blog.snapshots())).toEqual(expectedSnapshots(store, postsIn(store)));
  });

  it('mends a snapshot that somebody broke', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    await blog.copy();
    const before = await blog.files();
    const [path = ''] = Object.keys(await blog.snapshots());
    await blog.write({ [path]: '{"id": ' });
    await blog.copy();
    expect(await blog.files()).toEqual(before);
  });

  it('finds the thread of a post by the digest in it, whatever its title has become', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    const thread = some(store.discussions, ({ category }) => category.name === 'Watercooler');
    const slug = thread.title;
    changeDiscussion(store, thread, { title: 'Something that a moderator likes better' });
    await blog.copy();
    expect(await blog.snapshots()).toHaveProperty([`threads/${slug}.json`, 'title'], thread.title);
  });

  it('finds the thread of a post that asks among the questions', async () => {
    const store = createStore(1, few);
    const category = categoryNamed(store, 'Questions');
    const thread = addDiscussion(store, { title: 'Who knows?', body: widgetBody('asking'), category });
    const blog = await blogOn({ store, content: { 'posts/asking.md': post({ kind: 'question' }) } });
    await blog.copy();
    expect(await blog.snapshots()).toHaveProperty(['threads/asking.json', 'number'], thread.number);
  });

  it('remembers what a question was called before', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    const question = some(store.discussions, ({ category }) => category.name === 'Questions');
    const [first, path] = [question.title, fileOf(question)];
    for (const title of [first, 'A second title', 'A third title', 'A second title']) {
      changeDiscussion(store, question, { title });
      await blog.copy();
    }
    expect(await blog.snapshots()).toHaveProperty([path, 'formerTitles'], [first, 'A third title']);
  });

  it('copies the oldest of two threads of a post, and says so', async () => {
    const store = createStore(1, few);
    const thread = some(store.discussions, ({ category }) => category.name === 'Watercooler');
    const { title, body, category } = thread;
    const twin = addDiscussion(store, { title, body, category });
    const blog = await blogOn({ store, posts: postsIn(store) });
    expect((await blog.copy()).stdout).toContain(
      `Several discussions claim to be threads/${title}.json: #${thread.number} is copied, #${twin.number} is not.`,
    );
    expect(await blog.snapshots()).toHaveProperty([`threads/${title}.json`, 'number'], thread.number);
  });

  it('gives the file of a deleted thread to the one that takes its place', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    await blog.copy();
    const thread = some(store.discussions, ({ category }) => category.name === 'Watercooler');
    const { title, body, category } = thread;
    removeDiscussion(store, thread);
    const next = addDiscussion(store, { title, body, category });
    expect(await blog.copy()).toMatchObject({ code: 0 });
    expect(await blog.snapshots()).toHaveProperty([`threads/${title}.json`, 'id'], next.id);
  });

  it('gives no file to another discussion before it is known what became of the first', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    await blog.copy();
    const before = await blog.files();
    const thread = some(store.discussions, ({ category }) => category.name === 'Watercooler');
    const { title, body, category } = thread;
    removeDiscussion(store, thread);
    const next = addDiscussion(store, { title, body, category });
    const fault = { kind: 'shrunken', share: 1, seed: 1, says: 'left', ends: true, lists: 'outer' } as const;
    await blog.reopen({ faults: [{ at: { operation: 'Whereabouts' }, fault }] });
    const { code, stderr } = await blog.copy();
    expect(code).toBe(1);
    expect(stderr).toContain(
      `threads/${title}.json still holds another discussion, so #${next.number} has to wait.`,
    );
    expect(await blog.files()).toEqual(before);
  });

  it('lets two threads change places', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    await blog.copy();
    const threads = store.discussions.filter(({ category }) => category.name === 'Watercooler');
    const [one, other] = [some(threads), some(threads.slice(1))];
    const [first, second] = [
      { title: one.title, body: one.body },
      { title: other.title, body: other.body },
    ];
    for (const [thread, words] of [
      [one, second],
      [other, first],
    ] as const) {
      changeDiscussion(store, thread, { title: words.title });
      changeDiscussion(store, thread, { body: words.body });
    }
    expect(await blog.copy()).toMatchObject({ code: 0 });
    expect(withoutTime(await blog.snapshots())).toEqual(expectedSnapshots(store, postsIn(store)));
  });

  it('moves the file of a question that became the thread of a post', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store, content: { 'posts/answered.md': post({ title: 'Answered' }) } });
    await blog.copy();
    const question = some(store.discussions, ({ category }) => category.name !== 'Watercooler');
    const path = fileOf(question);
    changeDiscussion(store, question, { title: 'answered' });
    changeDiscussion(store, question, { category: categoryNamed(store, 'Watercooler') });
    expect(await blog.copy()).toMatchObject({ code: 0 });
    const snapshots = await blog.snapshots();
    expect(snapshots).not.toHaveProperty([path]);
    expect(snapshots).toHaveProperty(['threads/answered.json', 'id'], question.id);
  });

  it('writes a hostile remark so that the file passes the guard and still says it', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    const body = 'Before \u202E after\u0000 \u2028 end \u{E0041}';
    const comment = addComment(store, some(store.discussions), { body });
    await blog.copy();
    const text = JSON.stringify(await blog.snapshots());
    expect(text).toContain(JSON.stringify(body));
    const raw = await readFile(join(blog.dir, fileOf(comment.discussion)), 'utf8');
    expect(raw).not.toMatch(/[\u202A-\u202E\u2028\u0000]/u);
    expect((await readContent({ dir: blog.dir, label: 'content' })).problems).toEqual([]);
  });
});

describe('what is gone from the forge', () => {
  async function copied(store: Store): Promise<CopiedBlog> {
    const blog = await blogOn({ store });
    await blog.copy();
    return blog;
  }

  it('is removed, and it is said', async () => {
    const store = createStore(1, few);
    const blog = await copied(store);
    const gone = some(store.discussions);
    removeDiscussion(store, gone);
    const { code, stdout } = await blog.copy();
    expect(code).toBe(0);
    expect(stdout).toContain(
      `  removed  ${fileOf(gone)}: it was deleted, or is where the token may not look\n`,
    );
    expect(Object.keys(await blog.snapshots())).toHaveLength(5);
  });

  it('stays when it is too much at once, until a person agrees', async () => {
    const store = createStore(1, few);
    const blog = await copied(store);
    for (const discussion of store.discussions.slice(0, 4)) removeDiscussion(store, discussion);
    const { code, stderr } = await blog.copy();
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "Copied: 0 new, 0 changed, 0 removed, 2 unchanged.
      2 discussions, 0 of them read whole. 6 calls, … s. The last copy was on 2026-11-22, the last full pass on 2026-11-22.

      4 snapshots of 6 would be removed, and no more than 3 are removed without a person. Look at the list, and if it is right: npm run threads -- --accept-deletions
        threads/post-0001.json: it was deleted, or is where the token may not look
        threads/post-0002.json: it was deleted, or is where the token may not look
        threads/post-0004.json: it was deleted, or is where the token may not look
        threads/questions/8.json: it was deleted, or is where the token may not look
      So the snapshots do not yet say what the forge says.
      ",
      }
    `);
    expect(Object.keys(await blog.snapshots())).toHaveLength(6);
    expect(await blog.copy({ acceptDeletions: true })).toMatchObject({ code: 0 });
    expect(Object.keys(await blog.snapshots())).toHaveLength(2);
  });

  it('stays when the list of the forge is shorter than it says', async () => {
    const store = createStore(1, few);
    const blog = await copied(store);
    removeDiscussion(store, some(store.discussions));
    const fault = { kind: 'shrunken', share: 1, seed: 1, says: 'all', ends: true, lists: 'outer' } as const;
    await blog.reopen({ faults: [{ at: { operation: 'Index' }, fault }] });
    const { code, stderr } = await blog.copy();
    expect(code).toBe(1);
    expect(stderr).toContain(
      'The forge did not list as many discussions as it says there are, so nothing is removed.',
    );
    expect(Object.keys(await blog.snapshots())).toHaveLength(6);
  });

  it('stays when only the list leaves it out', async () => {
    const store = createStore(1, few);
    const blog = await copied(store);
    const before = await blog.files();
    const fault = { kind: 'shrunken', share: 1, seed: 1, says: 'left', ends: true, lists: 'outer' } as const;
    await blog.reopen({ faults: [{ at: { operation: 'Index' }, fault }] });
    expect(await blog.copy()).toMatchObject({ code: 0 });
    expect(await blog.files()).toEqual(before);
  });

  it('keeps remarks that an answer leaves out without saying so', async () => {
    const store = createStore(1, few);
    const blog = await copied(store);
    const before = await blog.files();
    const fault = { kind: 'shrunken', share: 0.4, seed: 3, says: 'left', ends: true, lists: 'all' } as const;
    await blog.reopen({ faults: [{ at: { operation: 'Threads' }, fault }] });
    const { code, stderr } = await blog.copy({ full: true });
    expect(code).toBe(1);
    expect(stderr).toContain('could not be copied as it is; its snapshot stays as it was.');
    expect(await blog.files()).toEqual(before);
  });

  it('goes with a question that was moved to a category without pages', async () => {
    const store = createStore(1, few);
    const blog = await copied(store);
    const question = some(store.discussions, ({ category }) => category.name === 'Questions');
    const path = fileOf(question);
    changeDiscussion(store, question, { category: addCategory(store, 'Archive') });
    expect((await blog.copy()).stdout).toContain(
      `  removed  ${path}: it was moved to the category "Archive", which is not copied\n`,
    );
  });
});

describe('closed groups', () => {
  const group = (access: string) =>
    `---\nname: Night shift\npurpose: We.\nstewards: [ada]\naccess: ${access}\ndiscussion: ideas\n---\n\nWords.\n`;

  it('have no copies in the public folder, neither new nor old', async () => {
    const store = createStore(2, { threads: 20, comments: 20, replies: 10 });
    const content = { 'groups/night-shift.md': group('open') };
    const blog = await blogOn({ store, content });
    await blog.copy();
    const ideas = store.discussions.filter(({ category }) => category.name === 'Ideas').map(fileOf);
    expect(Object.keys(await blog.snapshots())).toEqual(expect.arrayContaining(ideas));
    const slug = some(postsIn(store));
    await blog.write({
      'groups/night-shift.md': group('closed'),
      [`posts/${slug}.md`]: post({ title: slug, group: 'night-shift' }),
    });
    const { code, stdout } = await blog.copy();
    expect(code).toBe(0);
    expect(stdout).toContain(
      'The discussions of the group "Night shift" are not copied: it is closed, and this folder is public.\n',
    );
    const left = Object.keys(await blog.snapshots());
    for (const path of [...ideas, `threads/${slug}.json`]) expect(left).not.toContain(path);
    expect(left).toHaveLength(20 - ideas.length - 1);
  });
});

describe('a post of a closed group', () => {
  const content = (access: string) => ({
    'groups/night-shift.md': `---\nname: Night shift\npurpose: We.\nstewards: [ada]\naccess: ${access}\n---\n\nWords.\n`,
    'posts/secret.md': post({ group: 'night-shift' }),
  });

  it.each([
    ['its title', { title: 'secret', body: 'Words.' }],
    ['its digest', { title: 'Another title', body: widgetBody('secret') }],
  ])('has no thread among the questions either, known by %s', async (_what, words) => {
    const store = createStore(1, few);
    const thread = addDiscussion(store, { ...words, category: categoryNamed(store, 'Questions') });
    const blog = await blogOn({ store, content: content('closed') });
    await blog.copy();
    expect(Object.keys(await blog.snapshots())).not.toContain(fileOf(thread));
  });

  it('loses the thread that was copied among the questions', async () => {
    const store = createStore(1, few);
    const category = categoryNamed(store, 'Questions');
    const thread = addDiscussion(store, { title: 'Night', body: widgetBody('secret'), category });
    const blog = await blogOn({ store, content: content('open') });
    await blog.copy();
    expect(Object.keys(await blog.snapshots())).toContain(fileOf(thread));
    await blog.write(content('closed'));
    const { stdout } = await blog.copy();
    expect(stdout).toContain(`  removed  ${fileOf(thread)}: it belongs to a closed group\n`);
    expect(Object.keys(await blog.snapshots())).not.toContain(fileOf(thread));
  });
});

describe('people who asked not to be named', () => {
  it('are named by nobody in new and in stored copies', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    addComment(store, some(store.discussions), { body: 'Ask @Hana-Sato, or @hana-sato-two.' });
    await blog.copy();
    expect(JSON.stringify(await blog.snapshots())).toContain('hana-sato"');
    const pseudonyms = `${usualSite}\n  pseudonyms:\n    - login: Hana-Sato\n      name: A former colleague\n`;
    await blog.write({
      'site.yml': (await readFile(join(blog.dir, 'site.yml'), 'utf8')).replace(usualSite, pseudonyms),
    });
    const { stdout } = await blog.copy();
    const text = JSON.stringify(await blog.snapshots());
    expect(text).not.toMatch(/hana-sato(?!-two)/iu);
    expect(text).toContain('Ask A former colleague, or @hana-sato-two.');
    expect(text).toContain('{"login":"pseudonym.1","name":"A former colleague"}');
    expect(stdout).toContain('0 of them read whole');
    const files = await blog.files();
    await blog.copy({ full: true });
    expect(await blog.files()).toEqual(files);
  });

  it('are not named in a copy either that cannot be made anew', async () => {
    const store = createStore(1, few);
    const blog = await blogOn({ store });
    addComment(store, some(store.discussions), { body: 'Ask @hana-sato.' });
    await blog.copy();
    const fault = { kind: 'shrunken', share: 0.4, seed: 3, says: 'left', ends: true, lists: 'all' } as const;
    await blog.reopen({ faults: [{ at: { operation: 'Threads' }, fault }] });
    const pseudonyms = `${usualSite}\n  pseudonyms:\n    - login: hana-sato\n      name: A former colleague\n`;
    await blog.write({
      'site.yml': (await readFile(join(blog.dir, 'site.yml'), 'utf8')).replace(usualSite, pseudonyms),
    });
    const { stderr } = await blog.copy({ full: true });
    expect(stderr).toContain('could not be copied as it is');
    expect(JSON.stringify(await blog.snapshots())).not.toContain('hana-sato');
  });
});
