import { describe, expect, it } from 'vitest';
import {
  addresseeOf,
  addresseeOfPost,
  askingOf,
  audienceOfGroup,
  topicsByFrequency,
  trainerOf,
} from '../../../src/model/asking.ts';
import { tagSlug } from '../../../src/model/slug.ts';
import { aCatalogue, aGroup, anAuthor, aPost, aSite, aTag } from '../../support/entries.ts';

const forge = { kind: 'github', url: 'https://github.com', repository: 'k/b', questions: 'Q & A' } as const;
const page = { title: 'Names & "sorts" #1', path: '/posts/names/' };
const query = (url: string | undefined) => Object.fromEntries(new URL(url ?? '').searchParams);

describe('asking from a page', () => {
  it('opens a form of the forge with the title and the address of the page in it', () => {
    const asking = askingOf(aSite({ forge }), page);
    expect(asking?.question.split('?')[0]).toBe('https://github.com/k/b/discussions/new');
    expect(query(asking?.question)).toEqual({
      category: 'q-a',
      title: 'About “Names & "sorts" #1”: ',
      body: 'About the page: Names & "sorts" #1\nhttps://blog.example/posts/names/\n\nWhat I want to know: \n\nWhat I have tried: ',
    });
    expect(asking).toMatchObject({ forge: 'GitHub', person: undefined });
  });

  it('calls somebody by their account, so that the forge tells them, or else by name', () => {
    const person = { name: 'Inês', login: 'ines-c', isTrainer: true };
    const asked = (as: typeof person | { name: string; login: undefined; isTrainer: boolean }) =>
      askingOf(aSite({ forge }), { ...page, person: as })?.person;
    expect(asked(person)?.words).toBe('ask the trainer, Inês');
    expect(query(asked(person)?.url)['body']).toMatch(/^@ines-c\n\nAbout the page/u);
    const unknown = asked({ ...person, login: undefined, isTrainer: false });
    expect(unknown?.words).toBe('ask Inês');
    expect(query(unknown?.url)['body']).toMatch(/^For Inês\n\nAbout the page/u);
  });

  it('belongs into the category of a group', () => {
    expect(query(askingOf(aSite({ forge }), { ...page, category: 'The Circle' })?.question)['category']).toBe(
      'the-circle',
    );
  });

  it.each([
    ['github', 'https://ghe.example.com/k/b/discussions/new', 'body'],
    ['gitlab', 'https://ghe.example.com/k/b/-/issues/new', 'issue[description]'],
    ['gitea', 'https://ghe.example.com/k/b/issues/new', 'body'],
    ['forgejo', 'https://ghe.example.com/k/b/issues/new', 'body'],
  ] as const)('works on %s of the company', (kind, address, body) => {
    const site = aSite({ forge: { ...forge, kind, url: 'https://ghe.example.com' } });
    const asking = askingOf(site, page);
    expect(asking?.question.split('?')[0]).toBe(address);
    expect(query(asking?.question)[body]).toContain('https://blog.example/posts/names/');
  });

  it('is not possible without a forge', () => {
    expect(askingOf(aSite(), page)).toBeUndefined();
  });
});

describe('who is asked', () => {
  const authors = [
    anAuthor('ada', { name: 'Ada', login: 'ada-b' }),
    anAuthor('bo', { name: 'Bo' }),
    anAuthor('cy', { name: 'Cy', left: '2026-01-01' }),
  ];
  const tags = [aTag('git', { trainer: 'cy' }), aTag('tools', { trainer: 'bo' }), aTag('plain')];
  const catalogue = aCatalogue({ authors, tags });
  const [git, tools, plain] = ['git', 'tools', 'plain'].map((slug) => tagSlug.parse(slug));

  it('about topics is the first trainer who is here', () => {
    expect(
      trainerOf(
        catalogue,
        [git, tools].flatMap((tag) => tag ?? []),
      ),
    ).toEqual({
      name: 'Bo',
      login: undefined,
      isTrainer: true,
    });
    expect(
      trainerOf(
        catalogue,
        [git, plain].flatMap((tag) => tag ?? []),
      ),
    ).toBeUndefined();
  });

  it('about a post is the trainer, else its owner, else an author who is here', () => {
    const asked = (fields: Parameters<typeof aPost>[1]) => addresseeOfPost(catalogue, aPost('a', fields));
    expect(asked({ tags: ['tools'] })).toMatchObject({ name: 'Bo', isTrainer: true });
    expect(asked({ tags: ['plain'], owner: 'bo' })).toMatchObject({ name: 'Bo', isTrainer: false });
    expect(asked({ tags: ['plain'], authors: ['cy', 'ada'] })).toMatchObject({ name: 'Ada' });
    expect(asked({ tags: ['git'], authors: ['cy'] })).toBeUndefined();
  });

  it('in a group is its first steward, in its category; a closed group tells nothing', () => {
    const group = { stewards: ['cy', 'ada'], discussion: 'Circle' };
    expect(audienceOfGroup(catalogue, aGroup('circle', group))).toEqual({
      person: { name: 'Ada', login: 'ada-b', isTrainer: false },
      category: 'Circle',
    });
    expect(audienceOfGroup(catalogue, aGroup('circle', { ...group, access: 'closed' }))).toEqual({});
  });

  it('on the page of an author is the author, unless they left', () => {
    expect(authors.map((author) => addresseeOf(author)?.name)).toEqual(['Ada', 'Bo', undefined]);
  });

  it('about a learning path is decided by its most frequent topics', () => {
    const posts = [
      aPost('a', { tags: ['git', 'tools'] }),
      aPost('b', { tags: ['tools'] }),
      aPost('c', { tags: ['git', 'tools'] }),
    ];
    expect(topicsByFrequency(posts)).toEqual(['tools', 'git']);
  });
});
