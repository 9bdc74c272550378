import type { Permalink } from '../model/permalink.ts';
import type { Picture } from '../model/post.ts';
import type { PostSlug } from '../model/slug.ts';

/** Where a link leads, as far as the build that asks may know. `post` is set when the page is a post. */
export type Resolved =
  | { state: 'visible'; permalink: Permalink; title: string; post?: PostSlug }
  /** Known (draft, scheduled, expired, closed) but not in this build: the reader gets the words without a link. */
  | { state: 'invisible' }
  /** Its file cannot be read at the moment, which is the problem of that file and not of the link. */
  | { state: 'unreadable' };

/** Somebody whom a conversation mentions by their account: their page, or another name for who asked not to be named. */
export interface Mentioned {
  name: string;
  permalink: Permalink | undefined;
}

/** The page on which a discussion of the forge is read here. */
export type DiscussionPage = Pick<Resolved & { state: 'visible' }, 'permalink' | 'title'>;

/** Something that cannot be shown, in the author's words. */
export interface Refusal {
  problem: string;
  mend: string;
  /** Whether the author is told about it elsewhere, at the file itself. */
  said?: true;
  /** Set when the name leads out of the content folder, whatever lies there. */
  rule?: 'outside-content';
}

/** What a body is told about everything outside it. File names arrive decoded (`my file.pdf`, not `my%20file.pdf`). */
export interface MarkdownContext {
  /** A wiki link's target: a slug, a former slug or an exact title (case-insensitive); undefined when nothing fits. */
  wikiTarget(target: string): Resolved | undefined;
  /** An internal address such as /posts/x/ or /tags/y/; undefined when no page has it. */
  address(path: string): Resolved | undefined;
  /** Nearest post slugs for a misspelt target. */
  suggestions(target: string): string[];
  /** A local picture, named relative to the file being rendered. */
  picture(src: string): Picture | Refusal;
  /** A local attachment or video file beside the post → its public address. */
  attachment(src: string): { href: string } | Refusal;
  /** Whom an account of the forge belongs to, in small letters; undefined when nobody here has it. */
  person(login: string): Mentioned | undefined;
  /** Where the discussion with a number is read; undefined when it is not here. */
  discussion(number: string): DiscussionPage | undefined;
  /** Whether pictures in conversations may come from a host. */
  pictureHost(host: string): boolean;
}
