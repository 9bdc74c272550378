import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** One page of each template of the sample blog, and the posts that show what bodies can hold. */
export const templates = {
  home: '/',
  'all posts': '/posts/',
  'second page of posts': '/posts/page/2/',
  archive: '/archive/',
  year: '/archive/2024/',
  topics: '/tags/',
  topic: '/tags/onboarding/',
  authors: '/authors/',
  author: '/authors/ines-carvalho/',
  'author who left': '/authors/samuel-osei/',
  groups: '/groups/',
  group: '/groups/calibration-circle/',
  'closed group': '/groups/managers-table/',
  paths: '/paths/',
  path: '/paths/first-thirty-days/',
  page: '/policy/',
  search: '/search/?q=checklist',
  write: '/write/',
  rules: '/write/rules/',
  rule: '/write/rules/vague-link-text/',
  'rule without exceptions': '/write/rules/broken-link/',
  missing: '/posts/first-day-chekclist/',
  article: '/posts/the-four-day-induction-one-year-on/',
  'how-to with code': '/posts/undo-in-git-a-field-guide/',
  'tabs and quiz': '/posts/git-for-people-who-write/',
  steps: '/posts/calibrating-the-sandpiper-in-ten-steps/',
  'task list': '/posts/first-day-checklist/',
  'right to left': '/posts/a-proverb-from-the-harbour/',
  film: '/posts/clean-sensor-clean-data/',
  question: '/posts/cameras-on-or-off/',
  questions: '/questions/',
  'waiting questions': '/questions/unanswered/',
  'answered questions': '/questions/answered/',
  'questions about a topic': '/tags/calibration/questions/',
  'questions of a group': '/groups/makers-of-tools/questions/',
  'answered question': '/questions/66/excel-turns-our-pen-numbers-into-dates-can-a-sheet-be-told-not-to/',
  'waiting question': '/questions/100/vinegar-or-citric-acid-for-the-white-crust/',
  discussion: '/questions/91/tell-me-when-a-page-that-i-printed-has-changed/',
  announcement: '/posts/community-day-porto/',
  'shout-out': '/posts/thank-you-for-the-test-rig/',
  link: '/posts/a-readable-changelog/',
  'to confirm': '/posts/what-you-may-post-here/',
} as const;

/** A file of the built sample blog. */
export function builtFile(path: string): Promise<Buffer> {
  return readFile(`${dist}${path}`);
}

/** The path of every page that the sitemap names. */
export async function sitemapPaths(): Promise<string[]> {
  const xml = (await builtFile('sitemap.xml')).toString();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, url = '']) => new URL(url).pathname);
}
