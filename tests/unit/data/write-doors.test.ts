import { describe, expect, it } from 'vitest';
import { writeDoors } from '../../../src/data/write-doors.ts';
import { kinds } from '../../../src/model/post.ts';
import { postTemplate } from '../../../src/model/post-template.ts';
import type { Forge } from '../../../src/model/site.ts';
import { aCatalogue, aGroup, anAuthor, aTag, publicView } from '../../support/entries.ts';

const blog = aCatalogue({
  authors: [anAuthor('ada'), anAuthor('gone', { left: '2026-01-31' })],
  groups: [aGroup('open'), aGroup('shut', { access: 'closed' })],
  tags: [aTag('zinc', { label: 'Zinc' }), aTag('alloys', { label: 'Alloys' })],
});
const doorsOf = (kind: Forge['kind'], url = 'https://forge.example') =>
  writeDoors({ kind, url, repository: 'kestrel/blog', branch: 'main' }, blog);

describe('the doors of the page for new authors', () => {
  it.each([
    ['github', 'https://github.com', ['editor', 'browser', 'words', 'machine']],
    ['github', 'https://git.quay.example', ['editor', 'browser', 'words', 'machine']],
    ['gitlab', 'https://forge.example', ['editor', 'browser', 'machine']],
    ['gitlab', 'http://forge.example', ['browser', 'machine']],
    ['gitea', 'https://forge.example', ['browser', 'machine']],
    ['forgejo', 'https://forge.example', ['browser', 'machine']],
  ] as const)('on %s at %s are %j', (kind, url, ids) => {
    expect(doorsOf(kind, url).doors.map(({ id }) => id)).toEqual(ids);
  });

  it.each(['github', 'gitea', 'forgejo'] as const)('lead on %s to the outline of each kind', (kind) => {
    const { starts } = doorsOf(kind);
    const texts = starts.map(({ url }) => new URL(url).searchParams.get('value'));
    expect(texts).toEqual(kinds.map((one) => postTemplate(one, publicView.day)));
  });

  it('lead on GitLab to one empty form, because its form takes no content', () => {
    expect(doorsOf('gitlab').starts.map(({ url }) => url)).toEqual([
      'https://forge.example/kestrel/blog/-/new/main?file_name=content/posts/a-few-words-of-your-title.md',
    ]);
  });

  it('offer people who are there, open groups, and topics in the order of their names', () => {
    const { people, groups, tags } = doorsOf('github').form;
    expect([people, groups, tags].map((list) => list.map(({ slug }) => slug))).toEqual([
      ['ada'],
      ['open'],
      ['alloys', 'zinc'],
    ]);
  });
});
