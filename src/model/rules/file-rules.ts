import type { Rule } from './rule.ts';

/** Rules about files as such: names, places, bytes. */
export const fileRules = {
  'missing-file': {
    severity: 'error',
    silenceable: false,
    finds: 'A file that every blog needs, such as site.yml or tags.yml, and that is not there.',
    because: 'Without it the blog has no name, no address or no topics.',
  },
  'misplaced-file': {
    severity: 'error',
    silenceable: false,
    finds: 'A file that lies where no page is made from it.',
    because: 'Its author would wait for a page that never comes.',
    wrong: 'content/posts/2026/names-that-sort.md',
    right: 'content/posts/names-that-sort.md',
  },
  'symbolic-link': {
    severity: 'error',
    silenceable: false,
    finds: 'A symbolic link in the content folder.',
    because:
      'It could publish a file that was never meant to be read, from anywhere on the machine that builds.',
    wrong: 'content/posts/plan.md -> ../../notes/plan.md',
    right: 'content/posts/plan.md, a file of its own',
  },
  'outside-content': {
    severity: 'error',
    silenceable: false,
    finds: 'A path that leads out of the content folder.',
    because: 'A post may only show what was reviewed with it, and nothing of the machine that builds.',
    wrong: '![The plan](../../../plan.png)',
    right: '![The plan](./plan.png)',
  },
  'bad-slug': {
    severity: 'error',
    silenceable: false,
    finds: 'A file name that cannot be an address.',
    because:
      'The file name is the address of the page. Addresses of lower-case words and hyphens survive mail, chat and every system.',
    wrong: 'content/posts/Names that sort.md',
    right: 'content/posts/names-that-sort.md',
  },
  'duplicate-slug': {
    severity: 'error',
    silenceable: false,
    finds: 'Two files, or an old slug and a file, that claim the same address.',
    because: 'One of the two would silently disappear.',
    wrong: 'content/posts/tabs.md and content/posts/tabs.mdx',
    right: 'content/posts/tabs.md and content/posts/tabs-in-detail.mdx',
  },
  'reserved-slug': {
    severity: 'error',
    silenceable: false,
    finds: 'A file name that the engine, or an operating system, keeps for itself.',
    because: 'The page would never be seen, or the repository could not be checked out on Windows.',
    wrong: 'content/pages/search.md, content/posts/con.md',
    right: 'content/pages/how-to-search.md, content/posts/conference.md',
  },
  'homoglyph-slug': {
    severity: 'error',
    silenceable: true,
    finds:
      'A file name that looks like the name of another file, or is written with letters of another script that look like a–z.',
    because: 'Readers could not tell the two addresses apart, and somebody could pass one off as the other.',
    wrong: 'content/posts/fi1e-names.md beside content/posts/file-names.md',
    right: 'content/posts/file-names-again.md',
  },
  'bad-file-name': {
    severity: 'error',
    silenceable: false,
    finds: 'A picture or document whose name some systems cannot keep.',
    because:
      'Spaces, accents, capital letters and names that Windows reserves break links on one machine and work on another.',
    wrong: 'Pump (final).PNG',
    right: 'pump-final.png',
  },
  'too-large': {
    severity: 'error',
    silenceable: false,
    finds: 'A text of more than 200 kB or 5,000 lines, or a document of more than 50 MB.',
    because: 'Nobody reads it on a page, and everybody who clones the repository would download it for ever.',
  },
  'long-line': {
    severity: 'error',
    silenceable: false,
    finds: 'A line of more than 20,000 characters.',
    because: 'Nobody wrote it by hand, nobody can review it, and it can take minutes to parse.',
  },
  'too-deep': {
    severity: 'error',
    silenceable: false,
    finds: 'Lists, quotations, brackets or tags inside one another, far deeper than anybody can read.',
    because: 'Every level costs time, and thousands of them stop the build.',
  },
  'too-slow': {
    severity: 'error',
    silenceable: false,
    finds: 'A text that takes longer to render than any real post.',
    because: 'One file must not hold up the whole blog.',
  },
  'too-much-markup': {
    severity: 'error',
    silenceable: false,
    finds: 'A text that would become a page many times longer than itself.',
    because: 'A few signs of Markdown can ask for megabytes of HTML, which every reader would download.',
  },
  'bad-encoding': {
    severity: 'error',
    silenceable: false,
    finds: 'A text file that is not UTF-8.',
    because: 'Umlauts and accents would turn into question marks.',
  },
  'control-character': {
    severity: 'error',
    silenceable: false,
    finds: 'An invisible control character.',
    because: 'Readers cannot see it, and programs disagree about what it means.',
    wrong: 'Put the date first.␀',
    right: 'Put the date first.',
  },
  'bidirectional-character': {
    severity: 'error',
    silenceable: false,
    finds: 'A character that turns the direction of writing around.',
    because:
      'It can make a reviewer see another text than the one that is published. Right-to-left passages have an HTML element: <bdi> or dir="rtl".',
    wrong: 'report-‹U+202E›fdp.exe, which shows as report-exe.pdf',
    right: '<bdi dir="rtl">…</bdi>',
  },
  'trailing-space': {
    severity: 'advice',
    silenceable: true,
    finds: 'Spaces at the end of a line that mean nothing.',
    because:
      'They show up in every later change as a difference. Two spaces before another line are a line break, and stay.',
    wrong: 'Put the date first.␠',
    right: 'Put the date first.',
  },
  'final-newline': {
    severity: 'advice',
    silenceable: true,
    finds: 'A file that does not end with a line break.',
    because: 'The next person who adds a line changes the last one as well.',
  },
  'stale-owners': {
    severity: 'error',
    silenceable: false,
    finds: 'A list of owners (CODEOWNERS) that says something else than the posts, the groups and site.yml.',
    because:
      'The forge would ask the wrong people to review, or nobody. "npm run owners" makes the list again. A post that has no line yet is no mistake: the maintainers are asked until then.',
    wrong: '/content/posts/names-that-sort.md @somebody-who-left @kestrel-quay/editors',
    right: '/content/posts/names-that-sort.md @ines-carvalho @kestrel-quay/editors',
  },
  'stale-form': {
    severity: 'advice',
    silenceable: false,
    finds: 'An issue form that offers other topics or groups than the blog has.',
    because:
      'Somebody who hands in a post by it cannot choose what is new, and is asked again after choosing what is gone. "npm run reference" makes the form again.',
  },
} satisfies Record<string, Rule>;
