import { describe, expect, it } from 'vitest';
import { ruleNames, ruleThemes } from '../../../../src/model/rules/rules.ts';
import { post } from '../../../support/content.ts';
import { judge, told, triggered } from '../../../support/judge.ts';

// Put together here, so that no scanner takes this file for a leak.
const token = ['ghp', 'q7Zp2mXv9KcR4tLs8WbN3yHd6FgJ1aUe5iTo'].join('_');
const policy = [
  'clauses:',
  '  - name: customer-names',
  '    clause: Do not name a customer.',
  '    words: [Harbour Trust]',
  '    mend: Write "a harbour in the north".',
  '  - name: bids',
  '    clause: Say nothing of a bid before it is decided.',
  '    patterns: ["BID-[0-9]{4,6}"]',
  '    where: [posts]',
  '',
].join('\n');

const text = (body: string) => told({ 'posts/a.md': post({}, body) });
const site = (more: string) => `name: Log\npurpose: To learn.\nurl: https://blog.example\n${more}`;

describe('secret', () => {
  it('in the text', async () => {
    expect(await text(`Use this:\n\n    token: ${token}\n`)).toMatchInlineSnapshot(`
      "content/posts/a.md:10:12  secret
        This looks like a token of GitHub. Whatever is in git once can be read for ever.
        Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in a field, and in the file of a person', async () => {
    expect(
      await told({
        'posts/a.md': post({ excerpt: `The token is ${token}.` }),
        'authors/ada.yml': `name: Ada Berg\nrole: Trainer\naskAbout: [${token}]\n`,
      }),
    ).toMatchInlineSnapshot(`
      "content/authors/ada.yml:3:12  secret
        This looks like a token of GitHub. Whatever is in git once can be read for ever.
        Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN.

      content/posts/a.md:6:23  secret
        This looks like a token of GitHub. Whatever is in git once can be read for ever.
        Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN.

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('in a site.yml that cannot be used', async () => {
    expect(await told({ 'site.yml': `name: Log\nurl: https://blog.example\npassword: ${token}\n` }))
      .toMatchInlineSnapshot(`
        "content/site.yml:1:1  missing-field
          The field "purpose" is missing or empty.
          Add a line "purpose: …". What it is for, in one sentence. It heads the home page.

        content/site.yml:3:1  unknown-field
          There is no field "password".
          Correct it or delete it. The fields are name, purpose, url, language, timeZone, notice, forge, comments or threads.

        content/site.yml:3:11  secret
          This looks like a token of GitHub. Whatever is in git once can be read for ever.
          Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN.

        3 problems in 1 file. Nothing was published."
      `);
  });

  it('in a file whose fields cannot be read', async () => {
    expect(await told({ 'posts/a.md': post({ title: 'Search: a start' }, `Take ${token}.\n`) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  malformed-yaml
        This line cannot be read as "field: value".
        If the text holds a colon and a space, put quotation marks around it: title: "Search: a start".

      content/posts/a.md:8:6  secret
        This looks like a token of GitHub. Whatever is in git once can be read for ever.
        Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN.

      2 problems in 1 file. Nothing was published."
    `);
  });
});

describe('policy', () => {
  it('a name, in the text over the end of a line, and in a title', async () => {
    expect(
      await told({
        'policy.yml': policy,
        'posts/a.md': post({ title: 'The pump of Harbour Trust' }, 'We met harbour\ntrust today.\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:2:20  policy
        "Harbour Trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour in the north". If this is an exception, name the clause and the reason in the frontmatter.

      content/posts/a.md:8:8  policy
        "harbour trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour in the north". If this is an exception, name the clause and the reason in the frontmatter.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('a pattern, where it holds', async () => {
    expect(
      await told({
        'policy.yml': policy,
        'posts/a.md': post({}, 'We wait for BID-4711.\n'),
        'pages/about.md': '---\ntitle: About\n---\n\nNothing about BID-4711.\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:13  policy
        "BID-••••" breaks the clause "bids" of the policy: Say nothing of a bid before it is decided.
        Say it in another way, or leave it out. If this is an exception, name the clause and the reason in the frontmatter.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in the file of a person, in the taxonomy and in a component post', async () => {
    expect(
      await told({
        'policy.yml': policy,
        'authors/ada.yml': 'name: Ada Berg\nrole: Trainer for Harbour Trust\n',
        'tags.yml': 'tags:\n  - slug: tools\n    label: Tools\n    description: Tools of Harbour Trust.\n',
        'posts/a.mdx': post({}, '<Callout title="Harbour Trust">\n\nWords.\n\n</Callout>\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/authors/ada.yml:2:19  policy
        "Harbour Trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour in the north".

      content/posts/a.mdx:8:17  policy
        "Harbour Trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour in the north". If this is an exception, name the clause and the reason in the frontmatter.

      content/tags.yml:4:27  policy
        "Harbour Trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour in the north".

      3 problems in 3 files. Nothing was published."
    `);
  });
});

describe('personal-data', () => {
  it('a telephone number and a private address', async () => {
    expect(await text('Ring +44 20 7183 8750, or write to ines.c1984@gmail.com.\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:6  personal-data (advice)
        This looks like a telephone number. Everybody who can read the blog could copy it.
        Take it out, and say where colleagues find it, such as the directory.

      content/posts/a.md:8:36  personal-data (advice)
        This looks like a private e-mail address. Everybody who can read the blog could copy it.
        Use the address at work, or none.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });

  it('a bank account and a payment card', async () => {
    expect(await text('Pay to GB29 NWBK 6016 1331 9268 19.\n\nThe card 4539 1488 0343 6467 was refused.\n'))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:8  personal-data (advice)
        This looks like the number of a bank account (IBAN). Everybody who can read the blog could copy it.
        Take it out, and say where colleagues find it, such as the directory.

      content/posts/a.md:10:10  personal-data (advice)
        This looks like the number of a payment card. Everybody who can read the blog could copy it.
        Take it out. If it is a real one, tell its owner, who may want a new card.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

const long = `${'Open the lid and look at the lamp and write down its number '.repeat(4)}today.`;

describe('long-sentence', () => {
  it('in the text', async () => {
    expect(await text(`Some words.\n\n${long}\n`)).toMatchInlineSnapshot(`
      "content/posts/a.md:10:1  long-sentence (advice)
        This sentence runs for 53 words without a stop; after 40, readers lose the thread.
        Make two of it, or a list. The place to cut is usually an "and" or a "which".

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('reading-level', () => {
  it('a text that is hard from end to end', async () => {
    const hard =
      'Organisational standardisation of nomenclature facilitates subsequent identification of documentation. ';
    expect(await text(`${hard.repeat(20)}Words.\n`)).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  reading-level (advice)
        The text is as hard to read as a scientific paper: its reading ease (Flesch) is -139, and plain English has 60 or more.
        Write shorter sentences and shorter words. This one is the hardest; begin with it.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('inclusive-language', () => {
  it('words that may hurt', async () => {
    expect(await text('Add it to the whitelist, and do not let it drive you crazy.\n'))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:15  inclusive-language (advice)
        "whitelist" may hurt or exclude a reader. Replace racially-charged language with more accurate and inclusive words.
        Perhaps "passlist", "alrightlist" or "safelist" says what is meant.

      content/posts/a.md:8:54  inclusive-language (advice)
        "crazy" may hurt or exclude a reader. Describe the behavior or illness without derogatory words.
        Perhaps "rude", "malicious" or "mean" says what is meant.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

describe('spelling', () => {
  it('in the text, in a title and in the words for a picture', async () => {
    expect(
      await told({
        'posts/a.md': post({ title: 'Teh pump' }, 'Recieve the parts.\n\n| Befroe |\n| --- |\n| aftre |\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  spelling (advice)
        No dictionary has the word "Teh". Did you mean "The", "Teth" or "Tech"?
        Correct it. If it is right, add a line "Teh" to content/words.txt.

      content/posts/a.md:8:1  spelling (advice)
        No dictionary has the word "Recieve". Did you mean "Receive" or "Relieve"?
        Correct it. If it is right, add a line "Recieve" to content/words.txt.

      content/posts/a.md:10:3  spelling (advice)
        No dictionary has the word "Befroe". Did you mean "Before"?
        Correct it. If it is right, add a line "Befroe" to content/words.txt.

      content/posts/a.md:12:3  spelling (advice)
        No dictionary has the word "aftre". Did you mean "after", "antre" or "afore"?
        Correct it. If it is right, add a line "aftre" to content/words.txt.

      4 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });

  it('in a component', async () => {
    expect(
      await told({
        'posts/a.mdx': post({}, '<Callout title="Befroe you start">\n\nThe lamp glwos.\n\n</Callout>\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:17  spelling (advice)
        No dictionary has the word "Befroe". Did you mean "Before"?
        Correct it. If it is right, add a line "Befroe" to content/words.txt.

      content/posts/a.mdx:10:10  spelling (advice)
        No dictionary has the word "glwos". Did you mean "glows"?
        Correct it. If it is right, add a line "glwos" to content/words.txt.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

/** What is left, and what was silenced with which reason. */
async function judged(changes: Parameters<typeof judge>[0]) {
  const { problems, silenced } = await judge(changes);
  const place = ({ file, line, rule }: (typeof problems)[number]) => `${file}:${String(line)} ${rule}`;
  return {
    problems: problems.map(place),
    silenced: silenced.map(
      (one) =>
        `${place(one)} because ${one.because} (${one.scope}${one.clause === undefined ? '' : `, ${one.clause}`})`,
    ),
  };
}

describe('an exception', () => {
  it('from a clause of the policy is named in the frontmatter, and holds for no other clause', async () => {
    const allow = '[{ rule: policy, clause: customer-names, because: they agreed in writing }]';
    expect(
      await judged({
        'policy.yml': policy,
        'posts/a.md': post({ allow }, 'Harbour Trust let us write about BID-4711.\n'),
      }),
    ).toEqual({
      problems: ['content/posts/a.md:9 policy'],
      silenced: ['content/posts/a.md:9 policy because they agreed in writing (file, customer-names)'],
    });
  });

  it('for a line is written in Markdown, in a component post and in YAML', async () => {
    expect(
      await judged({
        'posts/a.md': post({}, '<!-- allow: spelling because it is a name -->\nThe wrod.\n\nThe wrdo.\n'),
        'posts/b.mdx': post({}, '{/* allow: long-sentence because it is a law */}\n\n' + `${long}\n`),
        'tags.yml': [
          'tags:',
          '  - slug: tools',
          '    label: Tools',
          '    description: Things that help.',
          '  # allow: similar-tags because one is for readers, the other for trainers',
          '  - slug: tool',
          '    label: Tool',
          '    description: One thing.',
          '',
        ].join('\n'),
      }),
    ).toEqual({
      problems: ['content/posts/a.md:11 spelling'],
      silenced: [
        'content/posts/a.md:9 spelling because it is a name (line)',
        'content/posts/b.mdx:10 long-sentence because it is a law (line)',
        'content/tags.yml:6 similar-tags because one is for readers, the other for trainers (line)',
      ],
    });
  });

  it('for a title stands in the line above it', async () => {
    const written = post({ title: 'Teh pump' }).replace(
      'title:',
      '# allow: spelling because it is a name\ntitle:',
    );
    expect(await judged({ 'posts/a.md': written })).toEqual({
      problems: [],
      silenced: ['content/posts/a.md:3 spelling because it is a name (line)'],
    });
  });

  it('may be made for a secret, where a reviewer sees it', async () => {
    const allow = '[{ rule: secret, because: it was revoked in March }]';
    expect(await judged({ 'posts/a.md': post({ allow }, `It was ${token}.\n`) })).toEqual({
      problems: [],
      silenced: ['content/posts/a.md:9 secret because it was revoked in March (file)'],
    });
  });

  it('counts in a file with a wrong field too', async () => {
    const allow = '[{ rule: spelling, because: it is a name }]';
    expect(await judged({ 'posts/a.md': post({ allow, kind: 'artcle' }, 'The wrod.\n') })).toEqual({
      problems: ['content/posts/a.md:7 bad-value'],
      silenced: ['content/posts/a.md:10 spelling because it is a name (file)'],
    });
  });

  it('for a link to what is hidden counts where nothing is hidden, as while somebody writes', async () => {
    const allow = '[{ rule: invisible-link, because: its readers have it }]';
    const files = {
      'posts/a.md': post({ allow }, 'See [the news](/posts/news/).\n'),
      'posts/news.md': post({ draft: 'true' }),
    };
    expect((await judge(files)).silenced.map(({ rule }) => rule)).toEqual(['invisible-link']);
    expect(await judge(files, { view: { preview: true } })).toEqual({ problems: [], silenced: [] });
  });

  it('that nothing needs is advice', async () => {
    expect(
      await told({
        'posts/a.md': post({}, 'Words.\n\n<!-- allow: secret because it was revoked -->\nWords.\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:10:1  unused-silence (advice)
        The rule "secret" finds nothing here that had to be allowed.
        Delete the exception.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('what an author got wrong in one file', () => {
  it('is told at once, in fields, links, topics, headings and words', async () => {
    const body =
      '# One\n\nSee [[frist]] and [here](/posts/frits/).   \n\nThe wrod of Harbour Trust.\n\n<script>a()</script>\n\n![](./a.png)';
    expect(
      await told({
        'policy.yml': policy,
        'posts/a.md': post(
          { date: '2026-02-30', tags: '[toosl]', kind: 'link', tag: 'tools', cover: './b.png' },
          body,
        ),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  missing-field
        A cover needs words for people who cannot see it.
        Add a line "coverAlt: …". What the cover shows, for people who cannot see it.

      content/posts/a.md:1:1  missing-field
        A post of the kind "link" needs the address it leads to.
        Add a line "link: …". For the kind link: the address it leads to.

      content/posts/a.md:3:7  bad-date
        The field "date" cannot be used. There is no day 2026-02-30 in the calendar.
        Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      content/posts/a.md:5:8  unknown-tag
        content/tags.yml has no tag "toosl". Did you mean "tools"?
        Correct it, or add the tag to content/tags.yml with a label and a description.

      content/posts/a.md:7:1  unknown-field
        There is no field "tag". Did you mean "tags"?
        Correct it or delete it. The fields are title, date, authors, tags, excerpt, kind, group, updated, reviewBy, reviewed, owner, expires, draft, cover, coverAlt, link, to, answers, acknowledge, comments, formerly, lang or allow.

      content/posts/a.md:8:8  broken-picture
        There is no file "./b.png" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/a.md:11:1  heading-one
        The title is the only heading of level 1.
        Start the headings of the text with two number signs: ## like this.

      content/posts/a.md:13:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/a.md:13:19  broken-link
        No page has the address "/posts/frits/". The nearest is "first".
        Correct the address, or take the link away.

      content/posts/a.md:13:41  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      content/posts/a.md:15:5  spelling (advice)
        No dictionary has the word "wrod". Did you mean "word", "rod" or "trod"?
        Correct it. If it is right, add a line "wrod" to content/words.txt.

      content/posts/a.md:15:13  policy
        "Harbour Trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour in the north". If this is an exception, name the clause and the reason in the frontmatter.

      content/posts/a.md:17:1  dropped-html
        A post cannot have <script>. It would be dropped with all that it holds.
        Take it away: a post cannot run code or load anything.

      content/posts/a.md:19:1  broken-picture
        There is no file "./a.png" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/a.md:19:1  missing-alt
        "./a.png" has no words for people who cannot see it.
        Write between the square brackets what it shows, as you would say it on the telephone.

      content/posts/a.md:19:13  final-newline (advice)
        The file does not end with a line break.
        Press Enter at the end of the last line.

      13 problems and 3 pieces of advice in 1 file. Nothing was published."
    `);
  });

  it('is told also when its name is wrong, or its fields cannot be read', async () => {
    expect(
      await told({
        'posts/My Post.md': post({ tags: '[toosl]' }, 'See [[frist]].\n'),
        'posts/b.md': post({ title: 'Search: a start' }, 'See [[frist]].  \n\nThe wrod.\n'),
        'pages/search.md': '---\ntitel: Search\n---\n\nSee [[frist]].\n',
        'posts/c.md': post({ kind: 'how-to', title: '""' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/pages/search.md:1:1  missing-field
        The field "title" is missing or empty.
        Add a line "title: …". The name of the page. Example: What may be posted here

      content/pages/search.md:1:1  reserved-slug
        The address /search/ already belongs to a page that Watercooler makes itself.
        Rename the file.

      content/pages/search.md:2:1  unknown-field
        There is no field "titel". Did you mean "title"?
        Correct it or delete it. The fields are title, excerpt or allow.

      content/pages/search.md:5:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/My Post.md:1:1  bad-slug
        The file name "My Post" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "my-post".

      content/posts/My Post.md:5:8  unknown-tag
        content/tags.yml has no tag "toosl". Did you mean "tools"?
        Correct it, or add the tag to content/tags.yml with a label and a description.

      content/posts/My Post.md:8:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/b.md:2:8  malformed-yaml
        This line cannot be read as "field: value".
        If the text holds a colon and a space, put quotation marks around it: title: "Search: a start".

      content/posts/b.md:8:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/b.md:8:15  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      content/posts/b.md:10:5  spelling (advice)
        No dictionary has the word "wrod". Did you mean "word", "rod" or "trod"?
        Correct it. If it is right, add a line "wrod" to content/words.txt.

      content/posts/c.md:2:8  bad-value
        The field "title" is too short: it needs at least 1 character.
        Correct "title". What the post is called, in sentence case. Example: Names that sort

      content/posts/c.md:6:7  missing-review-date (advice)
        This how-to does not say when somebody should look at it again.
        Add a line such as "reviewBy: 6 months"; readers are warned when that day has passed.

      10 problems and 3 pieces of advice in 4 files. Nothing was published."
    `);
  });

  it('does not stand for what it makes unknowable', async () => {
    expect(
      await judged({
        'posts/a.md': post({ kind: 'how-to', reviewBy: 'soon' }),
        'posts/b.md': post({ title: 'Search: a start' }).replace(
          'title:',
          '# allow: spelling because a name\ntitle:',
        ),
        'authors/bo.yml': 'name: Bo\n',
        'posts/c.md': post({ authors: '[bo]' }, 'See [[b]].\n'),
      }),
    ).toEqual({
      problems: [
        'content/authors/bo.yml:1 missing-field',
        'content/posts/a.md:7 bad-date',
        'content/posts/b.md:3 malformed-yaml',
      ],
      silenced: [],
    });
  });
});

describe('a site.yml and a tags.yml that cannot be used', () => {
  it('still say in which language the blog is written', async () => {
    expect(
      await judged({
        'site.yml': 'name: Log\nurl: https://blog.example\nlanguage: de\n',
        'posts/a.md': post({ title: 'Der Anfang' }, 'Wir beginnen am Dienstag.\n'),
      }),
    ).toEqual({ problems: ['content/site.yml:1 missing-field'], silenced: [] });
  });

  it('leave everything else to be told', async () => {
    expect(
      await told({
        'site.yml': site('notice: [one\n'),
        'tags.yml': 'tags:\n  - slug: tools\n',
        'posts/a.md': post({ tags: '[whatever]', authors: '[adda]' }, 'See [[frist]].\n'),
        'redirects.yml': 'redirects:\n  /old/: /posts/frist/\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:4:11  unknown-author
        content/authors has no file for "adda". Did you mean "ada"?
        Correct it, or add the person: a file in content/authors with name and role.

      content/posts/a.md:8:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/redirects.yml:2:10  broken-redirect
        No page has the address "/posts/frist/".
        Correct the address, or delete this line.

      content/site.yml:4:9  malformed-yaml
        The bracket that stands here is never closed.
        Put a ] behind the last word that belongs to it.

      content/tags.yml:2:5  missing-field
        The field "tags 1.description" is missing or empty.
        Add a line "description: …". One line on what belongs here.

      content/tags.yml:2:5  missing-field
        The field "tags 1.label" is missing or empty.
        Add a line "label: …". The name as readers see it. Example: Job aids

      6 problems in 4 files. Nothing was published."
    `);
  });
});

describe('outline-text', () => {
  it('a sentence of the outline, in the body and in a field', async () => {
    const body = 'What changes, from when, and for whom.\n';
    const fields = { title: 'What changes, and when', excerpt: 'One or two sentences for lists and feeds.' };
    expect(await told({ 'posts/a.md': post(fields, body) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  outline-text (advice)
        "What changes, and when" is what the outline says, and not what you have to say.
        Write over it, or delete it.

      content/posts/a.md:6:10  outline-text (advice)
        "One or two sentences for lists and feeds." is what the outline says, and not what you have to say.
        Write over it, or delete it.

      content/posts/a.md:9:1  outline-text (advice)
        "What changes, from when, and for whom." is what the outline says, and not what you have to say.
        Write over it, or delete it.

      3 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

it('every rule about words has a case here', () => {
  const theme = ruleThemes.find(({ id }) => id === 'words');
  expect(ruleNames.filter((rule) => theme?.rules.includes(rule) === true && !triggered.has(rule))).toEqual(
    [],
  );
});
