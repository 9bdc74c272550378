import type { Standing } from '../../src/model/visibility.ts';

/** The pages that contributors make, by what they are made from. */
export const pageKinds = ['post', 'page', 'group', 'path', 'author', 'topic'] as const;
export type PageKind = (typeof pageKinds)[number];

/** A page of the blog as one branch has it. */
export interface Page {
  kind: PageKind;
  slug: string;
  /** The file that it is made from, relative to the content folder. */
  path: string;
  title: string;
  address: string;
  /** Slugs that it had before. */
  formerly: readonly string[];
  /** What its file says about it. */
  fields: Readonly<Record<string, unknown>>;
  /** The people who answer for it, by slug. */
  owners: readonly string[];
  /** Of a post. */
  standing?: Standing;
  /** The closed group whose members alone may read it. */
  closedTo?: string;
  /** Whether its file cannot be read as it is. */
  isDamaged?: true;
  /** Only of a page that the branch touched. */
  body?: PageBody;
}

/** What there is to read on a page. */
export interface PageBody {
  text: string;
  words: number;
  /** Where its links lead, each once. */
  links: string[];
  pictures: ShownPicture[];
}

export interface ShownPicture {
  /** Relative to the content folder. */
  file: string;
  /** Changes whenever the picture does. */
  address: string;
  alt: string;
  width: number;
  height: number;
  bytes: number;
}
