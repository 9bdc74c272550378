import { describe, expect, it } from 'vitest';
import { approversIn } from '../../../../scripts/reviewing/code-owners.ts';

const approvers = approversIn(
  [
    '# Made by hand',
    '* @harbour/log   # everybody',
    '/content/posts/ @bo',
    '/content/posts/a\\ b.md @ada @kim',
    '/content/posts/\\[x\\].md @eve',
    '*.yml @ops',
    'docs/* @docs',
    '/deep/**/file.md @deep',
    '/nobody/',
  ].join('\r\n'),
);

describe('whose approval the forge asks for', () => {
  it.each([
    ['README.md', '@harbour/log'],
    ['content/posts/lamp.md', '@bo'],
    ['content/posts/mast/index.md', '@bo'],
    ['content/posts/a b.md', '@ada @kim'],
    ['content/posts/[x].md', '@eve'],
    ['content/posts/x.md', '@bo'],
    ['content/tags.yml', '@ops'],
    ['docs/a.md', '@docs'],
    ['docs/deep/a.md', '@harbour/log'],
    ['deep/file.md', '@deep'],
    ['deep/a/b/file.md', '@deep'],
    ['other/content/posts/lamp.md', '@harbour/log'],
    ['nobody/a.md', ''],
  ])('%s: %s', (path, expected) => {
    expect(approvers(path).join(' ')).toBe(expected);
  });
});
