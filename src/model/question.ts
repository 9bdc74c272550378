import { slug } from 'github-slugger';
import { hasCategory, type Group } from './group.ts';
import { questionNumberPermalink, questionPermalink, type Permalink } from './permalink.ts';
import { questionSlug, type QuestionSlug } from './slug.ts';
import type { Tag } from './tag.ts';
import { newestRemark, type Thread } from './thread.ts';

type Titled = Pick<Thread, 'number' | 'title' | 'formerTitles'>;

const longest = 80;

/** The last part of a question's address. A title without a letter from a to z leaves nothing to make one of. */
export function slugOfTitle(title: string): QuestionSlug {
  const plain = slug(title.normalize('NFKD').replace(/\p{Mark}/gu, ''))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const cut = plain.length <= longest ? plain : plain.slice(0, plain.lastIndexOf('-', longest));
  return questionSlug.parse(cut.slice(0, longest) || 'question');
}

/** Where the page of a question is. */
export function permalinkOfQuestion({ number, title }: Pick<Thread, 'number' | 'title'>): Permalink {
  return questionPermalink(number, slugOfTitle(title));
}

/** Addresses that lead to a question besides its own: that of its number, and those it had under other titles. */
export function oldPermalinks(question: Titled): Permalink[] {
  const { number, formerTitles } = question;
  const titled = formerTitles.map((title) => questionPermalink(number, slugOfTitle(title)));
  const own = permalinkOfQuestion(question);
  return [questionNumberPermalink(number), ...new Set(titled)].filter((permalink) => permalink !== own);
}

/** The topics that the labels of a question name, by slug, label or alias. */
export function topicsOf({ labels }: Pick<Thread, 'labels'>, tags: readonly Tag[]): Tag[] {
  const named = new Set(labels.map((label) => label.toLowerCase()));
  return tags.filter((tag) =>
    [tag.slug, tag.label, ...tag.aliases].some((name) => named.has(name.toLowerCase())),
  );
}

/** The groups whose category a question is in. */
export function groupsOf({ category }: Pick<Thread, 'category'>, groups: readonly Group[]): Group[] {
  return groups.filter((group) => hasCategory(group, category));
}

/** The moment of the last thing that a reader can see in a discussion. */
export function lastActivity(thread: Thread): string {
  const last = newestRemark(thread)?.createdAt;
  return last !== undefined && last > thread.createdAt ? last : thread.createdAt;
}
