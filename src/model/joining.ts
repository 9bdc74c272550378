import type { Catalogue } from './catalogue.ts';
import type { CommentMode } from './comment-mode.ts';
import { threadKey } from './content.ts';
import { discussionsUrl, forgeNames } from './forge.ts';
import { pagePermalink, type Permalink } from './permalink.ts';
import type { Post } from './post.ts';
import { groupsOf } from './question.ts';
import type { Thread } from './thread.ts';
import { widgetLanguage } from './widget-language.ts';

/** What the widget has to be told, by the names of its attributes. */
export interface Widget {
  host: string;
  repo: string;
  repoid: string;
  category: string;
  categoryid: string;
  mapping: 'specific' | 'number';
  term: string;
  lang: string;
}

/** How a reader can take part in a conversation. `rules` is the page that says what may be written. */
export type Joining =
  | { mode: 'off' }
  | { mode: 'link'; url: string; forge: string; rules: Rules | undefined }
  | { mode: 'giscus'; url: string; forge: string; rules: Rules | undefined; widget: Widget };

export interface Rules {
  title: string;
  permalink: Permalink;
}

type Blog = Pick<Catalogue, 'site' | 'pages' | 'groups' | 'groupBySlug'>;

/**
 * The conversation about a post. The widget finds it by the thread key, and starts it where there is none. It looks into
 * one category only, so a thread in another one, such as that of the questions, is found by its number.
 */
export function joiningOf(blog: Blog, post: Post, thread: Thread | undefined): Joining {
  const group = post.group === undefined ? undefined : blog.groupBySlug.get(post.group);
  const { comments } = blog.site;
  const isElsewhere =
    thread !== undefined &&
    comments.mode === 'giscus' &&
    comments.category.toLowerCase() !== thread.category.name.toLowerCase();
  const place: Place = isElsewhere ? numbered(thread) : { mapping: 'specific', term: threadKey(post) };
  return joining(blog, post.comments ?? group?.comments, place, thread);
}

/** A discussion that stands by itself. The widget finds it by its number. */
export function joiningOfQuestion(blog: Blog, question: Thread): Joining {
  const [group] = groupsOf(question, blog.groups);
  return joining(blog, group?.comments, numbered(question), question);
}

type Place = Pick<Widget, 'mapping' | 'term'>;

function numbered({ number }: Pick<Thread, 'number'>): Place {
  return { mapping: 'number', term: String(number) };
}

function joining(
  { site, pages }: Blog,
  wanted: CommentMode | undefined,
  place: Place,
  thread: Thread | undefined,
): Joining {
  const { forge, comments, language } = site;
  const mode = wanted ?? comments.mode;
  if (forge === undefined || mode === 'off') return { mode: 'off' };
  const policy = pages.find(({ slug }) => slug === 'policy');
  const link = {
    url: thread?.url ?? discussionsUrl(forge),
    forge: forgeNames[forge.kind],
    rules: policy && { title: policy.title, permalink: pagePermalink(policy.slug) },
  };
  // The check has refused a widget that the site does not have.
  if (mode === 'link' || comments.mode !== 'giscus' || forge.kind !== 'github')
    return { mode: 'link', ...link };
  const { host, repoId, category, categoryId } = comments;
  return {
    mode: 'giscus',
    ...link,
    widget: {
      ...{ host, repo: forge.repository, repoid: repoId, category, categoryid: categoryId },
      ...place,
      lang: widgetLanguage(language),
    },
  };
}
