import type { Approvals } from './approval.ts';
import type { Synonyms } from './synonyms.ts';
import type { Copied } from './copied.ts';
import type { Author } from './author.ts';
import type { Group } from './group.ts';
import type { Page } from './page.ts';
import type { LearningPath } from './path.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';
import type { Tag } from './tag.ts';
import type { Thread } from './thread.ts';

/** Everything in the content folder, checked, before anybody asks who may see it. */
export interface Content {
  site: Site;
  /** The notice of site.yml as HTML; empty when there is none. */
  notice: string;
  posts: Post[];
  authors: Author[];
  groups: Group[];
  paths: LearningPath[];
  pages: Page[];
  tags: Tag[];
  /** Old path → new path. */
  redirects: Record<string, string>;
  synonyms: Synonyms;
  /** The conversations about posts. */
  threads: Thread[];
  /** The discussions that stand by themselves. */
  questions: Thread[];
  /** When the forge was last asked; undefined before the first copy. */
  copied: Copied | undefined;
  /** Who approved what, as far as the forge was asked. */
  approvals: Approvals;
}

/** The key of a post's thread: its oldest slug, so that a renamed post keeps its conversation. */
export function threadKey(post: Pick<Post, 'slug' | 'formerly'>): string {
  return post.formerly[0] ?? post.slug;
}
