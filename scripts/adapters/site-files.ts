import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { hasEditor } from '../../src/model/forge.ts';
import { editorPermalink } from '../../src/model/permalink.ts';
import { editorHeaders, securityHeaders } from '../../src/model/security-headers.ts';
import { siteSchema } from '../../src/model/site.ts';
import type { StaticSite } from './static-server.ts';

const redirectsFile = z.record(z.string(), z.string());

/**
 * The built site in a folder, with its redirects and the headers that its configuration asks for. A site without
 * redirects, or with a configuration that the build would refuse, is served without them.
 */
export async function readBuiltSite(root: string, contentFolder: string): Promise<StaticSite> {
  const redirects = redirectsFile.safeParse(await readOr(join(root, 'redirects.json'), JSON.parse));
  const site = siteSchema.safeParse(await readOr(join(contentFolder, 'site.yml'), parse));
  const comments = site.data?.comments;
  const frames = comments?.mode === 'giscus' ? [new URL(comments.host).origin] : [];
  const pictures = site.data?.threads.pictureHosts.map((host) => `https://${host}`) ?? [];
  const forge = site.data?.forge;
  return {
    root,
    headers: securityHeaders({ frames, pictures }),
    headersAt: new Map(
      forge !== undefined && hasEditor(forge) ? [[editorPermalink, editorHeaders(forge)]] : [],
    ),
    redirects: new Map(Object.entries(redirects.data ?? {})),
  };
}

async function readOr(path: string, read: (text: string) => unknown): Promise<unknown> {
  try {
    return read(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
