import { hash } from 'node:crypto';

/** The fields that are read as part of the text; all others say how a page is kept. */
const readFields = new Set([
  ...['title', 'excerpt', 'link', 'coverAlt'],
  ...['name', 'purpose', 'resources'],
  ...['for', 'outcome', 'steps'],
]);

const frontmatter = /^---[ \t]*\r?\n(?<fields>[\s\S]*?)^---[ \t]*$/mu;

/**
 * Names the text of a Markdown file: its body and the fields that readers see as text. It stays the same when lines are
 * broken elsewhere, fields change places or quotation marks, or a review date moves; it is long enough that nobody can
 * make two texts of one name.
 */
export function textDigest(text: string): string {
  const whole = text.replace(/^\uFEFF/u, '');
  const match = frontmatter.exec(whole);
  // Anywhere else, two such lines are rules across the page.
  const start = match?.index === 0 ? match : null;
  const fields = fieldTexts(start?.groups?.['fields'] ?? '');
  const body = whole.slice(start?.[0].length ?? 0);
  return hash('sha256', [...fields, plain(body)].join('\n'), 'hex').slice(0, 40);
}

function fieldTexts(frontmatterText: string): string[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of frontmatterText.split('\n')) {
    const [start, name] = /^([A-Za-z][\w-]*)[ \t]*:/u.exec(line) ?? [];
    const last = fields.at(-1);
    if (start !== undefined && name !== undefined) fields.push({ name, value: line.slice(start.length) });
    else if (last !== undefined) last.value += `\n${line}`;
  }
  return fields
    .filter(({ name }) => readFields.has(name))
    .map(({ name, value }) => `${name}: ${unquoted(plain(value))}`)
    .sort();
}

function unquoted(value: string): string {
  const quoted = /^(["'])(?<inner>.*)\1$/u.exec(value);
  return quoted?.groups?.['inner'] ?? value.replace(/^[>|][+-]?\d* /u, '');
}

function plain(text: string): string {
  // A single space is found nearly everywhere, and stays as it is.
  return text.replaceAll(/\s{2,}|[^\S ]/gu, ' ').trim();
}
