import { lstat, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** One release in the folder that a web server reads from. */
export interface Release {
  /** The moment it was made, as its folder is called: `2026-11-28T154200123Z`. */
  id: string;
  /** Absolute. */
  dir: string;
  isCurrent: boolean;
}

/** What the web server serves: a link to one of the releases, absolute. */
export function currentLink(to: string): string {
  return join(to, 'current');
}

export function releasesFolder(to: string): string {
  return join(to, 'releases');
}

const wholeName = /^\d{4}-\d{2}-\d{2}T\d{9}Z$/u;

/** Every whole release, the newest first. */
export async function releasesIn(to: string): Promise<Release[]> {
  const names = await readdir(releasesFolder(to)).catch(() => []);
  const served = await readlink(currentLink(to)).catch(() => '');
  return names
    .filter((name) => wholeName.test(name))
    .sort()
    .reverse()
    .map((id) => ({ id, dir: join(releasesFolder(to), id), isCurrent: served === join('releases', id) }));
}

/** A name for a release of this moment that sorts behind all others, also when the clock was set back. */
export function nextId([newest]: readonly Release[], now: Date): string {
  const time = Math.max(now.getTime(), newest === undefined ? 0 : timeOf(newest.id) + 1);
  return new Date(time).toISOString().replaceAll(':', '').replace('.', '');
}

function timeOf(id: string): number {
  return Date.parse(id.replace(/T(\d\d)(\d\d)(\d\d)(\d{3})Z$/u, 'T$1:$2:$3.$4Z'));
}

/** Serves a release from the next request on: one rename, so there is no moment without a site. */
export async function serve(to: string, { id }: Pick<Release, 'id'>): Promise<void> {
  const link = currentLink(to);
  const kind = await lstat(link).catch(() => undefined);
  if (kind !== undefined && !kind.isSymbolicLink())
    throw new Error(
      `${link} is not a link that this command made, so it is left alone. Move it away, and run this again.`,
    );
  const aside = join(to, `.current-${id}`);
  await rm(aside, { force: true });
  await symlink(join('releases', id), aside);
  await rename(aside, link);
}

/** Takes away what killed runs left, and all but the newest `keep` releases; what is served always stays. */
export async function tidy(to: string, keep: number): Promise<void> {
  const releases = await releasesIn(to);
  const kept = new Set(
    releases.filter(({ isCurrent }, index) => index < keep || isCurrent).map(({ id }) => id),
  );
  const remove = (path: string) => rm(path, { recursive: true, force: true });
  for (const name of await readdir(releasesFolder(to)))
    if (!kept.has(name.replace(/\.json$/u, ''))) await remove(join(releasesFolder(to), name));
  for (const name of await readdir(to)) if (name.startsWith('.current-')) await remove(join(to, name));
}

/** Whether a folder holds a blog that was built to the end. */
export async function isBuiltBlog(dir: string): Promise<boolean> {
  const there = await Promise.all(
    ['index.html', '404.html', 'search/index.html'].map((name) =>
      stat(join(dir, name)).then(
        (found) => found.isFile() && found.size > 0,
        () => false,
      ),
    ),
  );
  return there.every(Boolean);
}

export async function makeReleasesFolder(to: string): Promise<void> {
  await mkdir(releasesFolder(to), { recursive: true });
}
