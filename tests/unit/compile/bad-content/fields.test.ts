import { describe, expect, it } from 'vitest';
import { ruleNames, ruleThemes } from '../../../../src/model/rules/rules.ts';
import { post } from '../../../support/content.ts';
import { threadFile } from '../../../support/entries.ts';
import { judge, told, triggered } from '../../../support/judge.ts';

const topic = (slug: string, more = '') =>
  `  - slug: ${slug}\n    label: Tools\n    description: Things that help.\n${more}`;
const group = (fields: string) => `---\nname: Circle\npurpose: To talk.\n${fields}---\n\nWords.\n`;
const path = (steps: string) =>
  `---\ntitle: Thirty days\nfor: everybody\noutcome: Know your way.\nsteps:\n${steps}---\n\nWords.\n`;

describe('missing-frontmatter', () => {
  it('in a post that starts with a heading', async () => {
    expect(await told({ 'posts/a.md': '# Names that sort\n\nPut the date first.\n' })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  heading-one
        The title is the only heading of level 1.
        Start the headings of the text with two number signs: ## like this.

      content/posts/a.md:1:1  missing-frontmatter
        The file does not start with frontmatter.
        Put a line "---" first, then fields such as "title: …", then another line "---".

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('in an empty file', async () => {
    expect(await told({ 'posts/a.md': '' })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  empty-body
        There is nothing to read after the frontmatter.
        Write at least one sentence below it.

      content/posts/a.md:1:1  missing-frontmatter
        The file does not start with frontmatter.
        Put a line "---" first, then fields such as "title: …", then another line "---".

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('behind an empty line', async () => {
    expect(await told({ 'posts/a.md': `\n${post()}` })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  missing-frontmatter
        The file does not start with frontmatter.
        Put a line "---" first, then fields such as "title: …", then another line "---".

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unclosed-frontmatter', () => {
  it('in a post', async () => {
    expect(await told({ 'posts/a.md': '---\ntitle: A post\n\nSome words.\n' })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  unclosed-frontmatter
        The frontmatter that starts here never ends.
        Put a line "---" after its last field.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('malformed-yaml', () => {
  it('a colon in the text', async () => {
    expect(await told({ 'posts/a.md': post({ title: 'Search: a start' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  malformed-yaml
        This line cannot be read as "field: value".
        If the text holds a colon and a space, put quotation marks around it: title: "Search: a start".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a bracket that is not closed', async () => {
    expect(await told({ 'posts/a.md': post({ tags: '[tools' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:5:7  malformed-yaml
        The bracket that stands here is never closed.
        Put a ] behind the last word that belongs to it.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a quotation mark that is not closed', async () => {
    expect(await told({ 'posts/a.md': post({ title: '"A post' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  malformed-yaml
        The quotation mark that stands here is never closed.
        Put another " behind the last word that belongs to it.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a star at the start', async () => {
    expect(await told({ 'posts/a.md': post({ title: '*Important*' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  malformed-yaml
        "*Important*" is a YAML alias, and nothing in this file has that name.
        If the text starts with a star, put quotation marks around it: title: "*Important*".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a tab before a field', async () => {
    expect(await told({ 'tags.yml': 'tags:\n\t- slug: tools\n' })).toMatchInlineSnapshot(`
      "content/tags.yml:2:1  malformed-yaml
        This line is indented with a tab.
        Indent with spaces; YAML does not allow tabs.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('words instead of fields', async () => {
    expect(await told({ 'posts/a.md': '---\nA post\n---\n\nSome words.\n' })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:1  malformed-yaml
        The frontmatter holds no fields.
        Write one field a line, such as "title: Names that sort".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('an at sign at the start', async () => {
    expect(await told({ 'authors/ada.yml': 'name: @ada\nrole: Trainer\n' })).toMatchInlineSnapshot(`
      "content/authors/ada.yml:1:7  malformed-yaml
        In YAML, a text cannot start with @ by itself.
        Put quotation marks around the whole text: "@…".

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('malformed-yaml, in rarer forms', () => {
  it('quotation marks inside quotation marks', async () => {
    expect(await told({ 'posts/a.md': post({ title: '"The "first" day"' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:14  malformed-yaml
        Here stands something behind the end of the value.
        Indent the lines of one group alike. If a text holds quotation marks, put others around it: title: 'The "first" day'.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a field that is indented by accident', async () => {
    expect(await told({ 'authors/ada.yml': 'name: Ada Berg\n  role: Trainer\n' })).toMatchInlineSnapshot(`
      "content/authors/ada.yml:1:7  malformed-yaml
        The next line is indented, so that it seems to go on with this one.
        Let every field start at the left edge, or as far in as its neighbours.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a backslash between double quotation marks', async () => {
    expect(await told({ 'posts/a.md': post({ title: '"The drive Q:\\plans"' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:21  malformed-yaml
        \\p means nothing between double quotation marks.
        For a backslash that is meant as one, put single quotation marks around the text.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('malformed-json', () => {
  it('a snapshot that was cut off', async () => {
    expect(await told({ 'threads/first.json': '{ "comments": [' })).toMatchInlineSnapshot(`
      "content/threads/first.json:1:15  malformed-json
        This file cannot be read as JSON.
        Copy it again, or restore the file from git.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a snapshot with a comma too many', async () => {
    expect(await told({ 'threads/first.json': '{ "comments": [], }' })).toMatchInlineSnapshot(`
      "content/threads/first.json:1:1  malformed-json
        This file cannot be read as JSON.
        Copy it again, or restore the file from git.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('duplicate-field', () => {
  it('in a post', async () => {
    const twice = post({ kind: 'article' }).replace('kind:', 'tags: [tools]\nkind:');
    expect(await told({ 'posts/a.md': twice })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:1  duplicate-field
        This field is there twice.
        Delete one of the two lines.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in the redirects', async () => {
    const line = '  /old/: /posts/first/\n';
    expect(await told({ 'redirects.yml': `redirects:\n${line}${line}` })).toMatchInlineSnapshot(`
      "content/redirects.yml:3:3  duplicate-field
        This field is there twice.
        Delete one of the two lines.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('too-many-aliases', () => {
  it('in a list of topics', async () => {
    const many = Array(21).fill('*all').join(', ');
    expect(await told({ 'posts/a.md': post({ tags: '&all [tools]', formerly: `[${many}]` }) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:6:132  too-many-aliases
        There are more than 20 YAML aliases, such as *name, in this file.
        Write the values out.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('missing-field', () => {
  it('of a post', async () => {
    expect(await told({ 'posts/a.md': '---\ntitle: A post\ntags:\n---\n\nSome words.\n' }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  missing-field
        The field "authors" is missing or empty.
        Add a line "authors: …". Who wrote it: file names from content/authors, without .yml. Example: [ines-carvalho]

      content/posts/a.md:1:1  missing-field
        The field "date" is missing or empty.
        Add a line "date: …". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      content/posts/a.md:3:1  missing-field
        The field "tags" is missing or empty.
        Add a line "tags: …". One to eight topics from content/tags.yml. Example: [calibration, job-aids]

      3 problems in 1 file. Nothing was published."
    `);
  });

  it('of a person', async () => {
    expect(await told({ 'authors/bo.yml': 'name: Bo\n' })).toMatchInlineSnapshot(`
      "content/authors/bo.yml:1:1  missing-field
        The field "role" is missing or empty.
        Add a line "role: …". What they do, and where. Example: Trainer, assembly and calibration, Porto

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('of a topic', async () => {
    expect(await told({ 'tags.yml': 'tags:\n  - slug: tools\n    label: Tools\n' })).toMatchInlineSnapshot(`
      "content/tags.yml:2:5  missing-field
        The field "tags 1.description" is missing or empty.
        Add a line "description: …". One line on what belongs here.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('of a step', async () => {
    expect(await told({ 'paths/start.md': path('  - post: first\n') })).toMatchInlineSnapshot(`
      "content/paths/start.md:6:5  missing-field
        The field "steps 1.because" is missing or empty.
        Add a line "because: …". Why it is here, in one sentence.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('of the blog', async () => {
    expect(await told({ 'site.yml': 'name: The Harbour Log\nurl: https://blog.example\n' }))
      .toMatchInlineSnapshot(`
      "content/site.yml:1:1  missing-field
        The field "purpose" is missing or empty.
        Add a line "purpose: …". What it is for, in one sentence. It heads the home page.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('that the kind of a post needs', async () => {
    expect(await told({ 'posts/a.md': post({ kind: 'link' }), 'posts/b.md': post({ kind: 'shout-out' }) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  missing-field
        A post of the kind "link" needs the address it leads to.
        Add a line "link: …". For the kind link: the address it leads to.

      content/posts/b.md:1:1  missing-field
        A shout-out needs the people it is for.
        Add a line "to: …". For the kind shout-out: the people who are thanked.

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('beside a cover', async () => {
    expect(await told({ 'posts/a.md': post({ cover: './a.webp' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  missing-field
        A cover needs words for people who cannot see it.
        Add a line "coverAlt: …". What the cover shows, for people who cannot see it.

      content/posts/a.md:6:8  broken-picture
        There is no file "./a.webp" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('of an exception', async () => {
    expect(await told({ 'posts/a.md': post({ allow: '[{ rule: spelling }]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:9  missing-field
        The field "allow 1.because" is missing or empty.
        Add a line "because: …". Why it may be so here. A reviewer reads it.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('bad-value', () => {
  const forge = (kind: string) =>
    `name: A\npurpose: B\nurl: https://a.example\nforge: {kind: ${kind}, url: https://forge.example, repository: a/b}\n`;
  const asking = {
    'posts/a.md': post({ group: 'circle', comments: 'giscus' }),
    'groups/circle.md': group('stewards: [ada]\ncomments: giscus\n'),
  };

  it('in a post and a group that ask for a comment box without a configuration', async () => {
    expect(await told({ ...asking, 'site.yml': forge('github') })).toMatchInlineSnapshot(`
      "content/groups/circle.md:5:11  bad-value
        The comment box cannot be loaded here: site.yml does not say which discussions it is for.
        Write "comments: link", or set giscus up under "comments" in content/site.yml.

      content/posts/a.md:7:11  bad-value
        The comment box cannot be loaded here: site.yml does not say which discussions it is for.
        Write "comments: link", or set giscus up under "comments" in content/site.yml.

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('in a post that asks for a comment box that the forge does not have', async () => {
    const files = { 'posts/a.md': post({ comments: 'giscus' }), 'site.yml': forge('gitea') };
    expect(await told(files)).toMatchInlineSnapshot(`
      "content/posts/a.md:6:11  bad-value
        The comment box cannot be loaded here: it knows the discussions of GitHub only.
        Write "comments: link", or delete the line.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in a post that switches comments off in another way', async () => {
    expect(await told({ 'posts/a.md': post({ comments: 'false' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:11  bad-value
        The field "comments" is "false", but it can only be off, link or giscus.
        Correct "comments". How readers take part in its conversation, if not as everywhere: off, link (to the forge) or giscus (in the page).

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a kind that does not exist', async () => {
    expect(await told({ 'posts/a.md': post({ kind: 'howto' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:7  bad-value
        The field "kind" is "howto", but it can only be article, how-to, link, announcement, shout-out or question.
        Correct "kind". What the post is for: article, how-to, link, announcement, shout-out or question.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a title that is too long, and one that is a number', async () => {
    expect(
      await told({
        'posts/a.md': post({ title: 'Long '.repeat(40) + 'end' }),
        'posts/b.md': post({ title: '2026' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  bad-value
        The field "title" is too long: it holds at most 200 characters.
        Correct "title". What the post is called, in sentence case. Example: Names that sort

      content/posts/b.md:2:8  bad-value
        The field "title" should be text, but it is 2026.
        Correct "title". What the post is called, in sentence case. Example: Names that sort

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('a word in the place of a list, and a list with too much in it', async () => {
    const nine = `[${Array(9).fill('tools').join(', ')}]`;
    expect(
      await told({
        'posts/a.md': post({ tags: 'tools' }),
        'posts/b.md': post({ tags: nine }),
        'posts/c.md': post({ tags: '[]' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:5:7  bad-value
        The field "tags" should be a list, such as [one, two], but it is the text "tools".
        Correct "tags". One to eight topics from content/tags.yml. Example: [calibration, job-aids]

      content/posts/b.md:5:7  bad-value
        The field "tags" is too long: it holds at most 8 entries.
        Correct "tags". One to eight topics from content/tags.yml. Example: [calibration, job-aids]

      content/posts/c.md:5:7  bad-value
        The field "tags" is too short: it needs at least 1 entry.
        Correct "tags". One to eight topics from content/tags.yml. Example: [calibration, job-aids]

      3 problems in 3 files. Nothing was published."
    `);
  });

  it('a topic that is written as readers see it', async () => {
    expect(await told({ 'posts/a.md': post({ tags: '[Job Aids]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:5:8  bad-value
        The field "tags 1" cannot be used. A slug holds only lower-case letters a–z, digits and single hyphens, such as "first-day-checklist".
        Correct "tags". One to eight topics from content/tags.yml. Example: [calibration, job-aids]

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('yes in the place of true', async () => {
    expect(await told({ 'posts/a.md': post({ draft: 'yes' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:8  bad-value
        The field "draft" should be true or false, but it is the text "yes".
        Correct "draft". true keeps the post out of the published blog.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('an address that is none', async () => {
    expect(
      await told({
        'posts/a.md': post({ kind: 'link', link: 'example.com' }),
        'posts/b.md': post({ kind: 'link', link: 'javascript:alert(1)' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:7:7  bad-value
        The field "link" cannot be used. An address starts with http:// or https://.
        Correct "link". For the kind link: the address it leads to.

      content/posts/b.md:7:7  bad-value
        The field "link" cannot be used. An address starts with http:// or https://.
        Correct "link". For the kind link: the address it leads to.

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('a review date that is neither a day nor a time', async () => {
    expect(await told({ 'posts/a.md': post({ reviewBy: 'soon' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:11  bad-date
        The field "reviewBy" cannot be used. "soon" is not a date written as year-month-day, such as 2026-03-12.
        Correct "reviewBy". When somebody should look again: a day, or a time after publication. Example: 6 months

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a language and a time zone that nobody knows', async () => {
    expect(
      await told({
        'posts/a.md': post({ lang: 'pt_PT' }),
        'site.yml': 'name: Log\npurpose: To learn.\nurl: https://blog.example\ntimeZone: Porto\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:6:7  bad-value
        The field "lang" cannot be used. This is not a language tag such as en-GB or pt-PT.
        Correct "lang". The language, if it is not the language of the blog. Example: pt-PT

      content/site.yml:4:11  bad-value
        The field "timeZone" cannot be used. This is not a time zone such as Europe/London.
        Correct "timeZone". The time zone in which a scheduled post appears. Example: Europe/London

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('a way to reach somebody that would run code', async () => {
    const ada = 'name: Ada Berg\nrole: Trainer\nreach:\n  - label: Click\n    link: javascript:alert(1)\n';
    expect(await told({ 'authors/ada.yml': ada })).toMatchInlineSnapshot(`
      "content/authors/ada.yml:5:11  bad-value
        The field "reach 1.link" cannot be used. A link starts with https://, mailto:, tel: or with / for a page of this blog.
        Correct "link". An address to go with it. Example: mailto:ines@example.com

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a step of a path that is due too late, and one that asks for nothing known', async () => {
    const steps = '  - post: first\n    because: It helps.\n    afterDays: 9999\n    requires: [sleep]\n';
    expect(await told({ 'paths/start.md': path(steps) })).toMatchInlineSnapshot(`
      "content/paths/start.md:8:16  bad-value
        The field "steps 1.afterDays" is too big: it is at most 3650.
        Correct "afterDays". How many days after the start it is due.

      content/paths/start.md:9:16  bad-value
        The field "steps 1.requires 1" is "sleep", but it can only be read, comment, acknowledge or quiz.
        Correct "requires". What the step asks for.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('a pattern of the policy that has no end', async () => {
    const policy = 'clauses:\n  - name: bids\n    clause: Name no bid.\n    patterns: ["BID-[0-9]+"]\n';
    expect(await told({ 'policy.yml': policy })).toMatchInlineSnapshot(`
      "content/policy.yml:4:16  bad-value
        The field "clauses 1.patterns 1" cannot be used. The pattern "BID-[0-9]+" has no end: write how often at most, such as {1,20} in place of + or {0,20} in place of *, and no \\1.
        Correct "patterns". Regular expressions that break it, without * and +. Example: ["BID-[0-9]{4,6}"]

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('words for a search that are alone, or there twice', async () => {
    const synonyms = 'synonyms:\n  - [rota, roster]\n  - [Rota, list]\n  - [alone]\n  - ["a, b", c]\n';
    expect(await told({ 'synonyms.yml': synonyms })).toMatchInlineSnapshot(`
      "content/synonyms.yml:3:6  bad-value
        The field "synonyms 2 1" cannot be used. "Rota" is there twice. Put all words for one thing into one line.
        Correct "synonyms". Words that mean the same, one line a thing. Example: [rota, roster, duty list]

      content/synonyms.yml:4:5  bad-value
        The field "synonyms 3" is too short: it needs at least 2 entries.
        Correct "synonyms". Words that mean the same, one line a thing. Example: [rota, roster, duty list]

      content/synonyms.yml:5:6  bad-value
        The field "synonyms 4 1" cannot be used. Write one word or a few, without commas and quotation marks.
        Correct "synonyms". Words that mean the same, one line a thing. Example: [rota, roster, duty list]

      3 problems in 1 file. Nothing was published."
    `);
  });

  it('a redirect to another site', async () => {
    expect(await told({ 'redirects.yml': 'redirects:\n  /old/: https://a.example/\n' }))
      .toMatchInlineSnapshot(`
      "content/redirects.yml:2:10  bad-value
        The field "redirects./old/" cannot be used. Write a path of this blog that starts and ends with a slash, such as /posts/old-name/.
        Correct "/old/".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a number in a thread', async () => {
    const thread = JSON.stringify({ ...threadFile(), number: 0 }, null, 2);
    expect(await told({ 'threads/first.json': `${thread}\n` })).toMatchInlineSnapshot(`
      "content/threads/first.json:3:13  bad-value
        The field "number" is too small: it is at least 1.
        Correct "number".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('the way that readers take part', async () => {
    const site = 'name: Log\npurpose: To learn.\nurl: https://blog.example\ncomments:\n  mode: discus\n';
    expect(await told({ 'site.yml': site })).toMatchInlineSnapshot(`
      "content/site.yml:5:9  bad-value
        The field "comments.mode" can only be off, link or giscus.
        Correct "mode".

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('bad-date', () => {
  it('a day that no calendar has', async () => {
    expect(await told({ 'posts/a.md': post({ date: '2026-02-30' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:3:7  bad-date
        The field "date" cannot be used. There is no day 2026-02-30 in the calendar.
        Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a day as it is spoken', async () => {
    expect(await told({ 'posts/a.md': post({ date: '12 March 2026', expires: '12.3.2026' }) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:3:7  bad-date
        The field "date" cannot be used. "12 March 2026" is not a date written as year-month-day, such as 2026-03-12.
        Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      content/posts/a.md:6:10  bad-date
        The field "expires" cannot be used. "12.3.2026" is not a date written as year-month-day, such as 2026-03-12.
        Correct "expires". The last day on which it is shown. Announcements stay pinned until then.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('a year alone', async () => {
    expect(await told({ 'posts/a.md': post({ date: '2026' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:3:7  bad-value
        The field "date" cannot be used. A date is written as year-month-day, such as 2026-03-12.
        Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('the day somebody left', async () => {
    expect(await told({ 'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nleft: 2026-1-5\n' }))
      .toMatchInlineSnapshot(`
      "content/authors/ada.yml:3:7  bad-date
        The field "left" cannot be used. "2026-1-5" is not a date written as year-month-day, such as 2026-03-12.
        Correct "left". The day they left. What they wrote stays, marked.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unknown-field', () => {
  it('of a post', async () => {
    expect(await told({ 'posts/a.md': post({ auhtors: '[ada]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:1  unknown-field
        There is no field "auhtors". Did you mean "authors"?
        Correct it or delete it. The fields are title, date, authors, tags, excerpt, kind, group, updated, reviewBy, reviewed, owner, expires, draft, cover, coverAlt, link, to, answers, acknowledge, comments, formerly, lang or allow.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('of a way to reach somebody', async () => {
    const ada = 'name: Ada Berg\nrole: Trainer\nreach:\n  - label: Office\n    url: /about/\n';
    expect(await told({ 'authors/ada.yml': ada })).toMatchInlineSnapshot(`
      "content/authors/ada.yml:5:5  unknown-field
        There is no field "url".
        Correct it or delete it. The fields are label or link.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('of the blog', async () => {
    const site = 'name: Log\npurpose: To learn.\nurl: https://blog.example\ntimezone: UTC\n';
    expect(await told({ 'site.yml': site })).toMatchInlineSnapshot(`
      "content/site.yml:4:1  unknown-field
        There is no field "timezone". Did you mean "timeZone"?
        Correct it or delete it. The fields are name, purpose, url, language, timeZone, notice, forge, comments or threads.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unknown-author', () => {
  it('of a post, its owner, and who is thanked', async () => {
    expect(
      await told({
        'posts/a.md': post({ authors: '[adda]', owner: 'bo', kind: 'shout-out', to: '[ada, eve]' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:4:11  unknown-author
        content/authors has no file for "adda". Did you mean "ada"?
        Correct it, or add the person: a file in content/authors with name and role.

      content/posts/a.md:6:8  unknown-author
        content/authors has no file for "bo".
        Correct it, or add the person: a file in content/authors with name and role.

      content/posts/a.md:8:11  unknown-author
        content/authors has no file for "eve".
        Correct it, or add the person: a file in content/authors with name and role.

      3 problems in 1 file. Nothing was published."
    `);
  });

  it('of a group', async () => {
    expect(await told({ 'groups/circle.md': group('stewards: [ada]\nmembers: [bo]\n') }))
      .toMatchInlineSnapshot(`
      "content/groups/circle.md:5:11  unknown-author
        content/authors has no file for "bo".
        Correct it, or add the person: a file in content/authors with name and role.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('who is to be asked about a topic', async () => {
    expect(await told({ 'tags.yml': `tags:\n${topic('tools', '    trainer: aba\n')}` }))
      .toMatchInlineSnapshot(`
      "content/tags.yml:5:14  unknown-author
        content/authors has no file for "aba". Did you mean "ada"?
        Correct it, or add the person: a file in content/authors with name and role.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unknown-group', () => {
  it('of a post', async () => {
    expect(
      await told({ 'posts/a.md': post({ group: 'cirlce' }), 'groups/circle.md': group('stewards: [ada]\n') }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:6:8  unknown-group
        content/groups has no file for "cirlce". Did you mean "circle"?
        Correct it, or add the group: a file in content/groups.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unknown-question', () => {
  const question = (number: number) => ({
    [`threads/questions/${number}.json`]: JSON.stringify(threadFile({ id: `D_${number}`, number })),
  });

  it('that a post says it answers', async () => {
    expect(await told({ ...question(12), 'posts/a.md': post({ answers: '[12, 21]' }) }))
      .toMatchInlineSnapshot(`
        "content/posts/a.md:6:15  unknown-question (advice)
          content/threads/questions has no question 21. Did you mean 12?
          Correct the number, or copy the question first: npm run threads.

        1 piece of advice in 1 file. It does not keep anything from being published."
      `);
  });

  it('when it is not a number, or there are no questions at all', async () => {
    expect(await told({ 'posts/a.md': post({ answers: '[git, 3]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:11  bad-value
        The field "answers 1" cannot be used. A question is named by its number, such as 12.
        Correct "answers". The questions that it answers, by the numbers in their addresses. They lead to it and count as answered. Example: [12]

      1 problem in 1 file. Nothing was published."
    `);
    expect(await told({ 'posts/a.md': post({ answers: '[3]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:11  unknown-question (advice)
        content/threads/questions has no question 3.
        Correct the number, or copy the question first: npm run threads.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });

  it('is not said of one whose file cannot be read', async () => {
    const files = { 'threads/questions/12.json': '{', 'posts/a.md': post({ answers: '[12]' }) };
    expect((await judge(files)).problems.map(({ rule }) => rule)).toEqual(['malformed-json']);
  });
});

describe('unknown-post', () => {
  it('as a step of a path', async () => {
    expect(await told({ 'paths/start.md': path('  - post: frist\n    because: It helps.\n') }))
      .toMatchInlineSnapshot(`
      "content/paths/start.md:6:11  unknown-post
        No post has the slug "frist". Did you mean "first"?
        Correct it, or delete it here.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('pinned to a topic', async () => {
    expect(await told({ 'tags.yml': `tags:\n${topic('tools', '    pinned: [first, last]\n')}` }))
      .toMatchInlineSnapshot(`
      "content/tags.yml:5:21  unknown-post
        No post has the slug "last".
        Correct it, or delete it here.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unknown-tag', () => {
  it('a misspelt one', async () => {
    expect(await told({ 'posts/a.md': post({ tags: '[tools, toosl]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:5:15  unknown-tag
        content/tags.yml has no tag "toosl". Did you mean "tools"?
        Correct it, or add the tag to content/tags.yml with a label and a description.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a new one', async () => {
    expect(await told({ 'posts/a.md': post({ tags: '[gardening]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:5:8  unknown-tag
        content/tags.yml has no tag "gardening".
        Correct it, or add the tag to content/tags.yml with a label and a description.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('tag-alias', () => {
  it('another name of a topic', async () => {
    expect(
      await told({
        'tags.yml': `tags:\n${topic('tools', '    aliases: [Hand Tools]\n')}`,
        'posts/a.md': post({ tags: '[hand-tools]' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:5:8  tag-alias
        "hand-tools" is another name of the topic "tools".
        Write "tools", or let "npm run check -- --fix" do it.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('similar-tags', () => {
  it('two spellings', async () => {
    expect(
      await told({ 'tags.yml': `tags:\n${topic('tools')}${topic('onboarding')}${topic('on-boarding')}` }),
    ).toMatchInlineSnapshot(`
      "content/tags.yml:8:11  similar-tags (advice)
        The topic "on-boarding" is nearly the same as "onboarding", or as one of its other names.
        Make one of them an alias of the other, or give it a name that says what is different.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });

  it('a topic that is another name of one', async () => {
    expect(await told({ 'tags.yml': `tags:\n${topic('tools', '    aliases: [gear]\n')}${topic('gears')}` }))
      .toMatchInlineSnapshot(`
      "content/tags.yml:6:11  similar-tags (advice)
        The topic "gears" is nearly the same as "tools", or as one of its other names.
        Make one of them an alias of the other, or give it a name that says what is different.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('same-author', () => {
  it('a person who was added twice', async () => {
    const rui = 'name: Rui Costa\nrole: Fitter\n';
    expect(
      await told({ 'authors/rui-costa.yml': rui, 'authors/rui-costa-1.yml': rui.replace('Costa', 'costa') }),
    ).toMatchInlineSnapshot(`
      "content/authors/rui-costa-1.yml:1:7  same-author (advice)
        "rui-costa" has this name as well.
        If they are one person, delete this file and write "rui-costa" where it was named.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('missing-review-date', () => {
  it('of a how-to', async () => {
    expect(await told({ 'posts/a.md': post({ kind: 'how-to' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:7  missing-review-date (advice)
        This how-to does not say when somebody should look at it again.
        Add a line such as "reviewBy: 6 months"; readers are warned when that day has passed.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('broken-redirect', () => {
  it('to nowhere, in a circle, and away from a page that is there', async () => {
    const redirects = '  /old/: /posts/frist/\n  /x/: /y/\n  /y/: /x/\n  /posts/first/: /\n';
    expect(await told({ 'redirects.yml': `redirects:\n${redirects}` })).toMatchInlineSnapshot(`
      "content/redirects.yml:2:10  broken-redirect
        No page has the address "/posts/frist/".
        Correct the address, or delete this line.

      content/redirects.yml:3:8  broken-redirect
        The redirect from /x/ leads in a circle.
        Name the page itself.

      content/redirects.yml:4:8  broken-redirect
        The redirect from /y/ leads in a circle.
        Name the page itself.

      content/redirects.yml:5:18  broken-redirect
        The page /posts/first/ is still there, so nobody is redirected.
        Delete this line.

      4 problems in 1 file. Nothing was published."
    `);
  });
});

describe('silence-reason', () => {
  it('in the text', async () => {
    expect(await told({ 'posts/a.md': post({}, '<!-- allow: spelling -->\nSome wrods.\n') }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  silence-reason
        The rule "spelling" is silenced without a reason.
        Add "because" and the reason; a reviewer reads it.

      content/posts/a.md:9:6  spelling (advice)
        No dictionary has the word "wrods". Did you mean "words", "rods" or "prods"?
        Correct it. If it is right, add a line "wrods" to content/words.txt.

      1 problem and 1 piece of advice in 1 file. Nothing was published."
    `);
  });

  it('for the policy, outside of the frontmatter', async () => {
    expect(
      await told({ 'posts/a.md': post({}, '<!-- allow: policy because they agreed -->\nSome words.\n') }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  silence-reason
        A clause of the policy is set aside by its name, in the frontmatter.
        Write there: allow: [{ rule: policy, clause: the-name, because: the reason }].

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('for the policy, without the clause', async () => {
    expect(await told({ 'posts/a.md': post({ allow: '[{ rule: policy, because: they agreed }]' }) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:6:9  silence-reason
        A clause of the policy is set aside by its name, in the frontmatter.
        Write there: allow: [{ rule: policy, clause: the-name, because: the reason }].

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unknown-rule', () => {
  it('in the text, in a component post and in the fields', async () => {
    expect(
      await told({
        'posts/a.md': post({}, '<!-- allow: speling because it is a name -->\nSome words.\n'),
        'posts/b.mdx': post({}, '{/* allow: long-sentences because it is a law */}\n\nSome words.\n'),
        'authors/ada.yml': 'name: Ada Berg # allow: names because it is hers\nrole: Trainer\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/authors/ada.yml:1:16  unknown-rule
        There is no rule "names", so nothing is allowed here.
        Write the name as the message of the check gives it.

      content/posts/a.md:8:1  unknown-rule
        There is no rule "speling", so nothing is allowed here. Did you mean "spelling"?
        Write the name as the message of the check gives it.

      content/posts/b.mdx:8:1  unknown-rule
        There is no rule "long-sentences", so nothing is allowed here. Did you mean "long-sentence"?
        Write the name as the message of the check gives it.

      3 problems in 3 files. Nothing was published."
    `);
  });

  it('for a rule that cannot be silenced', async () => {
    expect(await told({ 'posts/a.md': post({ allow: '[{ rule: mdx-code, because: I need it }]' }) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:6:9  unknown-rule
        The rule "mdx-code" cannot be silenced.
        Mend what it found, and delete this. It is there for a reason: A post cannot run code, neither while the blog is built nor in a reader’s browser.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('unused-silence', () => {
  it('for a line and for a file', async () => {
    const allow = '[{ rule: long-sentence, because: it is a law }]';
    expect(
      await told({ 'posts/a.md': post({ allow }, '<!-- allow: spelling because a name -->\nSome words.\n') }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:6:9  unused-silence (advice)
        The rule "long-sentence" finds nothing here that had to be allowed.
        Delete the exception.

      content/posts/a.md:9:1  unused-silence (advice)
        The rule "spelling" finds nothing here that had to be allowed.
        Delete the exception.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

it('every rule about fields has a case here', () => {
  const theme = ruleThemes.find(({ id }) => id === 'fields');
  expect(ruleNames.filter((rule) => theme?.rules.includes(rule) === true && !triggered.has(rule))).toEqual(
    [],
  );
});
