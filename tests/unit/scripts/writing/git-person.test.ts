import { expect, it } from 'vitest';
import { authorOf } from '../../../../scripts/writing/git-person.ts';

const author = (slug: string, name: string, mail?: string, more: { login?: string; left?: string } = {}) => ({
  slug,
  data: { name, reach: mail === undefined ? [] : [{ label: 'Mail', link: `mailto:${mail}` }], ...more },
});
const authors = [
  author('ines', 'Inês Carvalho', 'ines@blog.example', { login: 'ines-c' }),
  author('kim-a', 'Kim Lee', 'kim@blog.example'),
  author('kim-b', 'Kim Lee'),
  author('gone', 'Sam Gone', 'sam@blog.example', { left: '2025-01-01' }),
];

it.each([
  ['by an address, whatever they call themselves', 'x', 'Kim@Blog.example', 'kim-a'],
  ['by name, without minding accents', 'Ines  carvalho', '', 'ines'],
  ['by the account that an address hides', '', '123+Ines-C@users.noreply.github.com', 'ines'],
  ['not by a name that two people have', 'Kim Lee', 'other@blog.example', undefined],
  ['not when they have left', 'Sam Gone', 'sam@blog.example', undefined],
  ['not when git knows nothing', '', '', undefined],
])('knows somebody %s', (_how, name, email, slug) => {
  expect(authorOf({ name, email }, authors)).toBe(slug);
});
