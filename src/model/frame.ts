import type { Day } from './day.ts';
import type { Permalink } from './permalink.ts';
import type { Site } from './site.ts';

/** What every page of a build shares. */
export interface Frame {
  site: Site;
  /** HTML; empty when there is no notice. */
  notice: string;
  builtOn: Day;
  preview: boolean;
  /** The page that says what may be posted. */
  policy: { title: string; permalink: Permalink } | undefined;
  /** Pages of the company, for the foot of every page. */
  pages: { title: string; permalink: Permalink }[];
}

/** The sections of the navigation. */
export type Section = 'posts' | 'questions' | 'topics' | 'paths' | 'search' | 'write';
