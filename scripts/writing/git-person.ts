import type { Git } from '../../src/source/git.ts';

/** Somebody as git knows them; empty where it does not. */
export interface GitPerson {
  name: string;
  email: string;
}

interface Author {
  slug: string;
  data: {
    name: string;
    login?: string | undefined;
    left?: string | undefined;
    reach: readonly { label: string; link?: string | undefined }[];
  };
}

/** Who commits here, as `user.name` and `user.email` say. */
export async function gitPerson(git: Git): Promise<GitPerson> {
  const ask = (name: string) =>
    git(['config', '--get', name]).then(
      (value) => value.trim(),
      () => '',
    );
  return { name: await ask('user.name'), email: await ask('user.email') };
}

/** The author who this is: by an address that their file has, by their name, or by what the forge calls them. */
export function authorOf({ name, email }: GitPerson, authors: readonly Author[]): string | undefined {
  const here = authors.filter(({ data }) => data.left === undefined);
  const address = email.toLowerCase();
  // GitHub hides addresses behind the name of the account, with a number before it or without.
  const [, login = ''] = /^(?:\d+\+)?([^@]+)@users\.noreply\./u.exec(address) ?? [];
  const has = (text: string | undefined) =>
    address !== '' && text?.toLowerCase().replace(/^mailto:/u, '') === address;
  const byAddress = here.filter(({ data }) => data.reach.some(({ label, link }) => has(label) || has(link)));
  const byName = here.filter(({ data }) => name !== '' && plain(data.name) === plain(name));
  const byLogin = here.filter(({ data }) => login !== '' && data.login?.toLowerCase() === login);
  // Two people of one name are not told apart by it.
  return [byAddress, byName, byLogin].find(({ length }) => length === 1)?.[0]?.slug;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
