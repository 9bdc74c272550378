import { describe, expect, it } from 'vitest';
import { authorPage } from '../../../src/data/author-page.ts';
import { home } from '../../../src/data/home.ts';
import { postPage } from '../../../src/data/post-page.ts';
import { questionPage } from '../../../src/data/question-page.ts';
import { tagPage } from '../../../src/data/tag-page.ts';
import { remarkEntries } from '../../../src/feeds/remark-items.ts';
import { allTalks, talksAbout, talksIn } from '../../../src/model/conversation.ts';
import { listingOf } from '../../../src/model/listing.ts';
import { allQuestions, answered, listingOfQuestion, waiting } from '../../../src/model/question-listing.ts';
import { aCatalogue, aGroup, anAuthor, aPost, aTag } from '../../support/entries.ts';
import { countSeen, randomThreads } from '../../support/random-threads.ts';

const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
const nothing = () => ({});
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function randomBlog(seed: number) {
  const { below, thread, question } = randomThreads(seed);
  const kept = (key: string, folder: string) => ({ key, source: `${folder}/${key}.json`, bodyDigest: '' });
  const posts = Array.from({ length: 1 + below(12) }, (_, index) =>
    aPost(`p-${index}`, {
      kind: below(3) === 0 ? 'question' : 'article',
      tags: below(2) === 0 ? ['git'] : ['git', 'tools'],
      draft: below(6) === 0,
      answers: below(4) === 0 ? [20 + below(6)] : [],
      ...(below(3) === 0 && { group: below(2) === 0 ? 'circle' : 'table' }),
    }),
  );
  const threads = posts
    .filter(() => below(4) > 0)
    .map(({ slug }) => ({ ...thread(), ...kept(slug, 'threads') }));
  const questions = Array.from({ length: below(12) }, () => {
    const file = question();
    return { ...file, ...kept(String(file.number), 'threads/questions') };
  });
  const authors = [anAuthor('ada', { login: 'ada-b' }), anAuthor('bo', { login: 'bo-d' })];
  const tags = [aTag('git'), aTag('tools', { label: 'Tools', aliases: ['other word'] })];
  const groups = [
    aGroup('circle', { discussion: 'circle' }),
    aGroup('table', { access: 'closed', discussion: 'table' }),
  ];
  return aCatalogue({ posts, threads, questions, authors, tags, groups });
}

describe.each(seeds)('counts of comments in blog %i', (seed) => {
  const catalogue = randomBlog(seed);
  const pages = [
    ...catalogue.posts.map((post) => {
      const page = postPage(catalogue, post);
      const seen = countSeen(catalogue.threadOf(post) ?? { comments: [] });
      const talks = talksAbout(catalogue, [post]);
      return { seen, listing: listingOf(catalogue, post), counts: [page.talk.count], talks };
    }),
    ...catalogue.questions.map((question) => {
      const page = questionPage(catalogue, question, nothing);
      const counts = [page.comments, page.facts.comments];
      return {
        seen: countSeen(question),
        listing: listingOfQuestion(catalogue, question),
        counts,
        talks: talksIn([question]),
      };
    }),
  ];

  it('agree in lists, on pages, in the search, in feeds and with the files', () => {
    for (const { seen, listing, counts, talks } of pages) {
      expect([listing.comments, ...counts]).toEqual([seen.comments, ...counts.map(() => seen.comments)]);
      expect(listing.lastComment).toBe(seen.last?.slice(0, 10));
      expect(remarkEntries(catalogue, talks)).toHaveLength(Math.min(50, seen.comments));
    }
    const all = sum(pages.map(({ seen }) => seen.comments));
    const feed = remarkEntries(catalogue, allTalks(catalogue));
    expect(feed).toHaveLength(Math.min(50, all));
    expect(feed[0]?.published).toBe(
      pages
        .flatMap(({ seen }) => seen.last ?? [])
        .sort()
        .at(-1),
    );
  });

  it('agree on the home page and on the pages of topics and authors', () => {
    const of = new Map(pages.map(({ listing, seen }) => [listing.permalink as string, seen]));
    const { talks } = home(catalogue, nothing);
    expect(talks.map(({ count, day }) => [count, day])).toEqual(
      talks.map(({ permalink }) => [of.get(permalink)?.comments, of.get(permalink)?.last?.slice(0, 10)]),
    );
    for (const tag of catalogue.tags)
      for (const { href, count } of tagPage(catalogue, tag).mostDiscussed)
        expect(count).toBe(of.get(href.replace('#conversation', ''))?.comments);
    for (const author of catalogue.authors) {
      const { spokeIn } = authorPage(catalogue, author);
      expect(sum(spokeIn.map(({ count }) => count))).toBe(
        sum(pages.map(({ seen }) => seen.by(author.login))),
      );
    }
  });

  it('put every question into the lists that it belongs to, once', () => {
    const all = allQuestions(catalogue);
    const asked = catalogue.posts.filter(({ kind }) => kind === 'question');
    expect(all).toHaveLength(asked.length + catalogue.questions.length);
    expect(new Set(all.map(({ permalink }) => permalink)).size).toBe(all.length);
    const others = all.filter(({ state }) => state === 'closed' || state === 'talk');
    expect(waiting(all).length + answered(all).length + others.length).toBe(all.length);
    expect(all.map(({ activity }) => activity)).toEqual(
      all
        .map(({ activity }) => activity)
        .sort()
        .reverse(),
    );
    expect(home(catalogue, nothing).waitingCount).toBe(waiting(all).length);
  });
});
