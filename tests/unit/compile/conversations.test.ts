import { afterEach, expect, it } from 'vitest';
import { openRenderedStore } from '../../../src/compile/rendered-store.ts';
import { openWorkshop, type Workshop } from '../../support/compile.ts';
import { post, type Files } from '../../support/content.ts';
import { aRemark, threadFile } from '../../support/entries.ts';

let workshop: Workshop;
afterEach(() => workshop.remove());

const site = 'name: A\npurpose: B\nurl: https://blog.example\n';
const picture = '![A pump](https://pictures.example/pump.png)';
const body = `@Ada-B and @sam, see #7 and #8.\n${picture}`;

const files: Files = {
  'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nlogin: ada-b\n',
  'authors/sam.yml': 'name: Samuel Osei\nrole: Trainer\nlogin: sam\n',
  'posts/new.md': post({ title: 'New name', formerly: '[old]' }),
  'posts/draft.md': post({ draft: 'true' }),
  'threads/first.json': JSON.stringify(threadFile({ comments: [aRemark('a', { body })] })),
  'threads/old.json': JSON.stringify(threadFile({ id: 'D_7', number: 7 })),
  'threads/draft.json': JSON.stringify(threadFile({ id: 'D_8', number: 8 })),
};

/** The words of the one remark, as HTML. */
async function shown(): Promise<string> {
  const { content } = await workshop.compile();
  const thread = content.threads.find(({ key }) => key === 'first');
  const bodies: unknown = JSON.parse(openRenderedStore(workshop.cacheDir).read(thread?.bodyDigest ?? ''));
  return String((bodies as Record<string, unknown>)['a']);
}

it('leads from accounts and numbers to the pages of people and posts that are there', async () => {
  workshop = await openWorkshop(files);
  expect(await shown()).toBe(
    '<p><a href="/authors/ada/">@Ada-B</a> and <a href="/authors/sam/">@sam</a>, see <a href="/posts/new/" title="New name">#7</a> and #8.<br>\n<a href="https://pictures.example/pump.png">Picture: A pump</a></p>',
  );
});

it('leads from the number of a question to its page', async () => {
  const question = threadFile({ id: 'D_8', number: 8, title: 'Where is the pump?' });
  workshop = await openWorkshop({ ...files, 'threads/questions/8.json': JSON.stringify(question) });
  expect(await shown()).toContain(
    '<a href="/questions/8/where-is-the-pump/" title="Where is the pump?">#8</a>',
  );
});

it('follows what changes around a remark that stays the same', async () => {
  workshop = await openWorkshop(files);
  await shown();
  const hosts =
    'threads:\n  pictureHosts: [pictures.example]\n  pseudonyms: [{login: Sam, name: A friend}]\n';
  await workshop.write({
    'site.yml': `${site}${hosts}`,
    'posts/new.md': post({ title: 'Another name', formerly: '[old]' }),
    'posts/draft.md': post({ title: 'Ready' }),
    'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\n',
  });
  expect(await shown()).toBe(
    '<p>@Ada-B and A friend, see <a href="/posts/new/" title="Another name">#7</a> and <a href="/posts/draft/" title="Ready">#8</a>.<br>\n<img src="https://pictures.example/pump.png" alt="A pump" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>',
  );
});

it('is no reason to stop, however long a conversation is', async () => {
  const comments = Array.from({ length: 2_500 }, (_, index) => aRemark(`C_${index}`));
  workshop = await openWorkshop({ 'threads/first.json': JSON.stringify(threadFile({ comments })) });
  const { content, problems } = await workshop.compile();
  expect(problems).toEqual([]);
  expect(content.threads[0]?.comments).toHaveLength(2_500);
});
