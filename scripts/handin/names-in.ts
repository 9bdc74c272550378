/** Somebody or something with a page, and what it is called. */
export interface Named {
  slug: string;
  names: readonly string[];
}

/** The names in a list with commas, by what they are called here; a name may hold a comma itself. */
export function namesIn(list: string, known: readonly Named[]): { found: string[]; strange: string[] } {
  const slugs = new Map(
    known.flatMap(({ slug, names }) => [...names, slug].map((name) => [plainName(name), slug] as const)),
  );
  const most = Math.max(1, ...[...slugs.keys()].map((name) => name.split(',').length));
  const parts = list.split(',').map(plainName);
  const found = new Set<string>();
  const strange = new Set<string>();
  for (let from = 0; from < parts.length;) {
    const length = longestAt(parts, from, { slugs, most });
    const slug = slugs.get(parts.slice(from, from + length).join(', '));
    if (slug !== undefined) found.add(slug);
    else if (parts[from] !== '') strange.add(parts[from] ?? '');
    from += Math.max(1, length);
  }
  return { found: [...found], strange: [...strange] };
}

/** How many parts make the longest name that begins at one of them; 0 when none does. */
function longestAt(
  parts: readonly string[],
  from: number,
  { slugs, most }: { slugs: ReadonlyMap<string, string>; most: number },
): number {
  for (let length = most; length > 0; length -= 1)
    if (slugs.has(parts.slice(from, from + length).join(', '))) return length;
  return 0;
}

/** A name as it is compared: capitals and spaces make no difference. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s*,\s*/gu, ', ');
}
