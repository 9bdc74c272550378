import { plannedPages } from '../data/planned-pages.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { talksAbout, talksIn } from '../model/conversation.ts';
import {
  authorPermalink,
  commentsOf,
  groupPermalink,
  postPermalink,
  tagPermalink,
} from '../model/permalink.ts';
import { permalinkOfQuestion, slugOfTitle } from '../model/question.ts';
import { postFeed, remarkFeed } from './feed-response.ts';

// The feeds of one topic, author, group, post or question. A feed is made again when one of its items changes.

export const tagFeeds = plannedPages(
  ({ tags }) => tags.map((tag) => ({ params: { slug: tag.slug }, about: tag })),
  (all, { slug, label, description }) =>
    postFeed(all, {
      ...{ permalink: tagPermalink(slug), name: label, description },
      posts: all.postsByTag.get(slug) ?? [],
    }),
);

export const authorFeeds = plannedPages(
  ({ authors }) => authors.map((author) => ({ params: { slug: author.slug }, about: author })),
  (all, { slug, name, role }) =>
    postFeed(all, {
      ...{ permalink: authorPermalink(slug), name, description: role },
      posts: all.postsByAuthor.get(slug) ?? [],
    }),
);

export const groupFeeds = plannedPages(openGroups, (all, { slug, name, purpose }) =>
  postFeed(all, {
    ...{ permalink: groupPermalink(slug), name, description: purpose },
    posts: all.postsByGroup.get(slug) ?? [],
  }),
);

export const groupCommentFeeds = plannedPages(openGroups, (all, { slug, name }) => {
  const page = groupPermalink(slug);
  const [posts, questions] = [all.postsByGroup.get(slug) ?? [], all.questionsByGroup.get(slug) ?? []];
  const talks = [...talksAbout(all, posts), ...talksIn(questions)];
  return remarkFeed(all, { permalink: commentsOf(page), page, name, talks });
});

// A post that nobody has spoken about has no thread yet, and so nothing to follow.
export const postCommentFeeds = plannedPages(
  ({ posts, threadOf }) =>
    posts
      .filter((post) => threadOf(post) !== undefined)
      .map((post) => ({ params: { slug: post.slug }, about: post })),
  (all, post) => {
    const page = postPermalink(post.slug);
    return remarkFeed(all, {
      ...{ permalink: commentsOf(page), page, name: post.title },
      talks: talksAbout(all, [post]),
    });
  },
);

export const questionCommentFeeds = plannedPages(
  ({ questions }) =>
    questions.map((question) => ({
      params: { number: String(question.number), slug: slugOfTitle(question.title) },
      about: question,
    })),
  (all, question) => {
    const page = permalinkOfQuestion(question);
    return remarkFeed(all, {
      ...{ permalink: commentsOf(page), page, name: question.title },
      talks: talksIn([question]),
    });
  },
);

/** What is said in a closed group is for its members. */
function openGroups({ groups }: Catalogue) {
  return groups
    .filter(({ access }) => access === 'open')
    .map((group) => ({ params: { slug: group.slug }, about: group }));
}
