import type { Catalogue } from './catalogue.ts';
import { lastCommentDay, remarkCount, speakerOf, type Speaker } from './conversation.ts';
import { dayOf, type Day } from './day.ts';
import { authorsOf, tagsOf, type Named } from './listing.ts';
import { groupPermalink, postPermalink, type Permalink } from './permalink.ts';
import type { Post } from './post.ts';
import { groupsOf, lastActivity, permalinkOfQuestion, topicsOf } from './question.ts';
import { stateOfPost, stateOfQuestion, type QuestionState } from './question-state.ts';
import type { GroupSlug, TagSlug } from './slug.ts';
import { acceptedAnswer, type Thread } from './thread.ts';

/** What a list shows of a question, wherever it was asked: in a post of that kind, or in a discussion on the forge. */
export interface QuestionListing {
  title: string;
  permalink: Permalink;
  lang: string | undefined;
  state: QuestionState;
  askedOn: Day;
  askers: Speaker[];
  tags: Named[];
  groups: Named[];
  comments: number;
  lastComment: Day | undefined;
  /** When something last happened, to sort by: the moment of the newest comment, else that of the question. */
  activity: string;
  /** When it was answered; undefined as long as it is not. */
  answeredOn: Day | undefined;
}

/** A discussion in a list of questions. */
export function listingOfQuestion(catalogue: Catalogue, question: Thread): QuestionListing {
  const state = stateOfQuestion(catalogue, question);
  const post = catalogue.answersTo.get(question.number)?.at(-1);
  return {
    title: question.title,
    permalink: permalinkOfQuestion(question),
    lang: undefined,
    state,
    askedOn: dayOf(question.createdAt),
    askers: [speakerOf(catalogue, question)],
    tags: tagsOf(catalogue, { tags: topicsOf(question, catalogue.tags).map(({ slug }) => slug) }),
    groups: groupsOf(question, catalogue.groups).map(namedGroup),
    comments: remarkCount(question),
    lastComment: lastCommentDay(question),
    activity: lastActivity(question),
    answeredOn: state === 'answered' ? (dayOfAnswer(question) ?? post?.date) : undefined,
  };
}

function listingOfPost(catalogue: Catalogue, post: Post, state: QuestionState): QuestionListing {
  const thread = catalogue.threadOf(post);
  const group = post.group === undefined ? undefined : catalogue.groupBySlug.get(post.group);
  const lastComment = lastCommentDay(thread);
  return {
    title: post.title,
    permalink: postPermalink(post.slug),
    lang: post.lang,
    state,
    askedOn: post.date,
    askers: authorsOf(catalogue, post),
    tags: tagsOf(catalogue, post),
    groups: group === undefined ? [] : [namedGroup(group)],
    comments: remarkCount(thread),
    lastComment,
    activity:
      lastComment !== undefined && thread !== undefined ? lastActivity(thread) : `${post.date}T00:00:00Z`,
    answeredOn: state === 'answered' && thread !== undefined ? dayOfAnswer(thread) : undefined,
  };
}

function namedGroup({ name, slug }: Catalogue['groups'][number]): Named {
  return { name, permalink: groupPermalink(slug) };
}

function dayOfAnswer(thread: Thread): Day | undefined {
  const chosen = thread.answerChosenAt ?? acceptedAnswer(thread)?.createdAt;
  return chosen === undefined ? undefined : dayOf(chosen);
}

/** Posts of the kind question and discussions in one list, those with the newest activity first. */
export function listQuestions(
  catalogue: Catalogue,
  posts: readonly Post[],
  questions: readonly Thread[],
): QuestionListing[] {
  const asked = posts.flatMap((post) => {
    const state = stateOfPost(catalogue, post);
    return state === undefined ? [] : [listingOfPost(catalogue, post, state)];
  });
  const listings = [...asked, ...questions.map((question) => listingOfQuestion(catalogue, question))];
  return sortedBy(listings, ({ activity }) => activity).reverse();
}

/** Every question that this build shows. */
export function allQuestions(catalogue: Catalogue): QuestionListing[] {
  return listQuestions(catalogue, catalogue.posts, catalogue.questions);
}

export function questionsAbout(catalogue: Catalogue, tag: TagSlug): QuestionListing[] {
  const { postsByTag, questionsByTag } = catalogue;
  return listQuestions(catalogue, postsByTag.get(tag) ?? [], questionsByTag.get(tag) ?? []);
}

export function questionsIn(catalogue: Catalogue, group: GroupSlug): QuestionListing[] {
  const { postsByGroup, questionsByGroup } = catalogue;
  return listQuestions(catalogue, postsByGroup.get(group) ?? [], questionsByGroup.get(group) ?? []);
}

/** Those that nobody has answered, longest waiting first. */
export function waiting(listings: readonly QuestionListing[]): QuestionListing[] {
  return sortedBy(
    listings.filter(({ state }) => state === 'waiting'),
    ({ askedOn }) => askedOn,
  );
}

/** Those with an answer, the newest answer first. */
export function answered(listings: readonly QuestionListing[]): QuestionListing[] {
  return sortedBy(
    listings.filter(({ state }) => state === 'answered'),
    ({ answeredOn }) => answeredOn ?? '',
  ).reverse();
}

/** In the order of a text, and of the addresses where that is the same. */
function sortedBy(
  listings: readonly QuestionListing[],
  textOf: (listing: QuestionListing) => string,
): QuestionListing[] {
  const key = (listing: QuestionListing) => `${textOf(listing)} ${listing.permalink}`;
  return [...listings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
