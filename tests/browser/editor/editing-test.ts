import { test as base, expect } from '@playwright/test';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, listen } from '../../../scripts/adapters/listen.ts';
import { readBuiltSite } from '../../../scripts/adapters/site-files.ts';
import { createStaticServer } from '../../../scripts/adapters/static-server.ts';
import { openGit, type Git } from '../../../src/source/git.ts';
import { temporaryFolder, writeFiles, type Files } from '../../support/content.ts';
import { bareRepository } from '../../support/git-forge/bare-repository.ts';
import { startGitForge, type GitForge } from '../../support/git-forge/start-git-forge.ts';
import { readTree, root, runWatercooler } from '../../support/run-watercooler.ts';
import { editorPage } from './editor-page.ts';

export const token = 'github_pat_of_ines';
const owner = 'kestrel-quay';

/** The sample blog, built for a forge that holds its content in a real repository. */
export interface EditedBlog {
  origin: string;
  forge: GitForge;
  /** Asks git in the bare repository. */
  git: Git;
  /** What the check says about the content on a branch, and its exit code. */
  check: (branch: string) => Promise<{ code: number; printed: string }>;
}

interface Fixtures {
  editor: ReturnType<typeof editorPage>;
  quiet: undefined;
}

/** Posts of both forms, with fields that no form shows and spellings that the editor does not use. */
export const existingPosts: Files = {
  'content/posts/a-post-in-a-folder/index.md': [
    '---',
    '# The editor loses this line, and nothing else.',
    'formerly: [an-older-name]',
    'title: "A post in a folder"',
    'tags: [job-aids, safety]',
    'authors: [ines-carvalho]',
    'date: 2026-03-12',
    'reviewBy: 6 months',
    'allow:',
    '  - rule: long-sentence',
    '    because: it is quoted',
    '---',
    '',
    `It says *this* and $a_b*c*$${', and that, and more of it'.repeat(12)}.\n\n* One\n* Two\n\n| a | b |\n|---|--:|\n| 1 | 2 |`,
    '',
  ].join('\n'),
  'content/posts/a-post-in-one-file.md':
    '---\ntitle: A post in one file\ndate: 2026-03-12\nauthors: [ines-carvalho]\ntags: [safety]\n---\n\nIt says that.\n',
};

/** A test in the editor. It fails when the page asks anybody but the blog and its forge, or breaks its policy. */
export const test = base.extend<Fixtures, { blog: EditedBlog }>({
  blog: [
    async ({}, use) => {
      const { dir, remove } = await temporaryFolder();
      const content = join(dir, 'content');
      await cp(join(root, 'content'), content, { recursive: true });
      await writeFiles(dir, existingPosts);
      const repository = await bareRepository(Object.fromEntries(await readTree(dir)));
      const ines = { login: 'ines-carvalho', name: 'Inês Carvalho', token, may: 'write' } as const;
      const forge = await startGitForge({ repository: repository.dir, users: [ines], owner });
      const site = join(content, 'site.yml');
      await writeFile(site, siteOn(forge.url, await readFile(site, 'utf8')));
      const blog = { content, out: join(dir, 'dist'), cache: join(dir, 'cache') };
      const { code, printed } = await runWatercooler('build', blog);
      expect(code, printed).toBe(0);
      const server = createStaticServer(await readBuiltSite(blog.out, content));
      const address = await listen(server, 0, '127.0.0.1');
      if ('refused' in address) throw new Error(address.refused);
      await use({
        origin: `http://127.0.0.1:${address.port}`,
        forge,
        git: repository.git,
        check: async (branch) => {
          const clone = await temporaryFolder();
          const git = openGit(clone.dir);
          await git(['clone', '--quiet', '--branch', branch, repository.dir, 'all']);
          const outcome = await runWatercooler('check', { ...blog, content: join(clone.dir, 'all/content') });
          await clone.remove();
          return outcome;
        },
      });
      await close(server);
      await forge.stop();
      await repository.remove();
      await remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  editor: async ({ page, blog }, use) => {
    await use(editorPage(page, blog.origin));
  },
  quiet: [
    async ({ page, blog }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const isLocal = protocol === 'blob:' || protocol === 'data:';
        if (!isLocal && origin !== blog.origin && origin !== blog.forge.url) noise.push(request.url());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`The policy "${violatedDirective}" was broken by ${blockedURI}`);
        });
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

function siteOn(forge: string, site: string): string {
  return site
    .replace('url: https://github.com', `url: ${forge}`)
    .replace(/^comments:\n(?: .*\n)+/mu, 'comments:\n  mode: link\n');
}
