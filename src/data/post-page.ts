import { excerptOf, readingMinutes, reviewDay, revisedOn, type Catalogue } from '../model/catalogue.ts';
import { addresseeOfPost } from '../model/asking.ts';
import { editorEntry } from '../model/editor-config.ts';
import { editUrl, newIssueUrl } from '../model/forge.ts';
import { joiningOf } from '../model/joining.ts';
import { keeperOf } from '../model/freshness.ts';
import { authorsOf, rowOf, tagsOf, type Named } from '../model/listing.ts';
import {
  absoluteUrl,
  authorPermalink,
  groupPermalink,
  postPermalink,
  postsPermalink,
} from '../model/permalink.ts';
import type { Post } from '../model/post.ts';
import { listingOfQuestion } from '../model/question-listing.ts';
import { stateOfPost } from '../model/question-state.ts';
import { postWeight } from '../model/search-weights.ts';
import { standing } from '../model/visibility.ts';
import { conversationOn } from './conversation.ts';
import { plannedPages } from './planned-pages.ts';
import { provenanceOf } from './provenance.ts';

export const postPages = plannedPages(
  ({ posts }) => posts.map((post) => ({ params: { slug: post.slug }, about: post })),
  postPage,
);

/** Everything that the page of a post shows, besides its body. */
export function postPage(catalogue: Catalogue, post: Post) {
  const { site, posts, view, authorBySlug, tagBySlug, groupBySlug } = catalogue;
  const { title, date, kind, lang, tags, authors: slugs, group } = post;
  const permalink = postPermalink(post.slug);
  const url = absoluteUrl(site, permalink);
  const position = catalogue.placeOf(post);
  const thread = catalogue.threadOf(post);
  const review = reviewDay(post);
  const owner = keeperOf(catalogue, post) ?? post.owner ?? post.authors[0];
  const pastReview = review !== undefined && review < view.day;
  const state = stateOfPost(catalogue, post);
  const authors = authorsOf(catalogue, post);
  const talk = conversationOn(catalogue, thread, joiningOf(catalogue, post, thread));
  return {
    post,
    permalink,
    url,
    excerpt: excerptOf(post),
    authors,
    thanked: (post.to ?? []).flatMap((slug) => authorBySlug.get(slug) ?? []),
    tags: tagsOf(catalogue, post),
    trail: trailOf(catalogue, post),
    minutes: readingMinutes(post.body.words),
    revised: revisedOn(post),
    review:
      review === undefined || owner === undefined
        ? undefined
        : {
            day: review,
            past: pastReview,
            owner: authorBySlug.get(owner)?.name ?? owner,
            ownerPermalink: authorPermalink(owner),
          },
    standing: standing(post, view),
    places: catalogue.placesOf(post),
    related: catalogue.related(post).map((other) => rowOf(catalogue, other)),
    mentionedIn: (catalogue.mentionedIn.get(post.slug) ?? []).map((other) => rowOf(catalogue, other)),
    previous: linkTo(posts[position + 1]),
    next: linkTo(posts[position - 1]),
    facts: {
      post: { title, date, kind, lang, tags, authors: slugs, group },
      topics: post.tags
        .flatMap((slug) => tagBySlug.get(slug) ?? [])
        .map(({ label, aliases }) => ({ label, aliases })),
      authorNames: authors.map(({ name }) => name),
      groupName: post.group && groupBySlug.get(post.group)?.name,
      comments: talk.count,
      state,
      weight: postWeight({ date: post.date, pastReview, answered: state === 'answered' }, view.day),
    },
    state,
    ask: { person: addresseeOfPost(catalogue, post) },
    answers: post.answers
      .flatMap((number) => catalogue.questionByNumber.get(number) ?? [])
      .map((question) => listingOfQuestion(catalogue, question)),
    talk,
    provenance: provenanceOf(catalogue, post.source, post.authors),
    edit: site.forge && editUrl(site.forge, post.source.path),
    editor: editorEntry(site.forge, post.source),
    report: site.forge && newIssueUrl(site.forge, `Mistake in: ${post.title}`, `${url}\n\n`),
  };
}

function linkTo(post: Post | undefined): Named | undefined {
  return post && { name: post.title, permalink: postPermalink(post.slug) };
}

function trailOf({ groupBySlug, tagBySlug }: Catalogue, post: Post): Pick<Named, 'name' | 'permalink'>[] {
  const posts = { name: 'Posts', permalink: postsPermalink };
  const group = post.group === undefined ? undefined : groupBySlug.get(post.group);
  if (group !== undefined) return [posts, { name: group.name, permalink: groupPermalink(group.slug) }];
  const [topic] = tagsOf({ tagBySlug }, post);
  return topic === undefined ? [posts] : [posts, topic];
}
