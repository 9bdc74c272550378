import { daySchema } from '../../src/model/day.ts';
import { kindLabels, kinds, kindSchema, postFrontmatterSchema, type Kind } from '../../src/model/post.ts';
import { beginning, invitation } from '../../src/model/post-template.ts';
import { isNamedIn } from '../../src/model/suggest-tags.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { Interrupted, type Choice, type Prompts } from '../adapters/prompts.ts';
import type { GitPerson } from './git-person.ts';
import type { PostAnswers } from './post-flags.ts';

/** What the questions are asked with. */
export interface Asking {
  prompts: Prompts;
  source: SourceContent;
  day: string;
  person: GitPerson;
  /** Topics that fit a title, the likeliest first. */
  suggestTags: (title: string) => string[];
  /** Posts that may say the same already, in words; empty when there are none. */
  alike: (title: string) => string;
}

const mostTags = 8;

/** Asks for what the flags did not say. Rejects with `Interrupted` when the person leaves. */
export async function askForPost(answers: PostAnswers, asking: Asking): Promise<PostAnswers> {
  const { prompts, source } = asking;
  const kind = answers.kind ?? (await kindOf(prompts));
  const title =
    answers.title ??
    (await prompts.text({
      message: 'What is it called?',
      placeholder: 'for example: Names that sort',
      judge: field('title'),
    }));
  const twins = asking.alike(title);
  if (twins !== '') {
    prompts.warn(twins);
    if (!(await prompts.confirm('Write it all the same?'))) throw new Interrupted('There is such a post.');
  }
  const tags = answers.tags ?? (await tagsFor(title, asking));
  const who =
    answers.authors === undefined && answers.newAuthor === undefined ? await authors(asking) : answers;
  const ofKind = await askForKind(kind, answers, asking);
  const group = answers.group ?? (await groupOf(prompts, source));
  const excerpt =
    answers.excerpt ??
    (await prompts.text({
      message: 'A sentence or two for lists? Without, the first paragraph is used.',
      judge: (text) => (text === '' ? undefined : field('excerpt')(text)),
    }));
  return { ...answers, ...who, ...ofKind, kind, title, tags, group, excerpt };
}

async function kindOf(prompts: Prompts): Promise<Kind> {
  const choices = kinds.map((value) => ({
    value,
    label: kindLabels[value],
    hint: invitation(value).purpose,
  }));
  return kindSchema.parse(await prompts.choose({ message: 'What is it for?', choices, initial: 'article' }));
}

function tagsFor(title: string, { prompts, source, suggestTags }: Asking): Promise<string[]> {
  const suggested = suggestTags(title).slice(0, 5);
  const place = (slug: string) => (suggested.includes(slug) ? suggested.indexOf(slug) : suggested.length);
  const { tags } = source.tags.data;
  const choices = tags
    .map(({ slug, label, description }): Choice => ({ value: slug, label, hint: description }))
    .sort((a, b) => place(a.value) - place(b.value) || (a.label < b.label ? -1 : 1));
  const message = suggested.length === 0 ? 'Which topics?' : 'Which topics? The likeliest come first.';
  // Anything weaker would be taken over unread.
  const named = tags.filter((tag) => isNamedIn(title, tag)).map(({ slug }) => slug);
  return prompts.chooseSeveral({ message, choices, initial: named.slice(0, mostTags), most: mostTags });
}

async function authors(asking: Asking): Promise<Pick<PostAnswers, 'authors' | 'newAuthor'>> {
  const { prompts, source, person } = asking;
  const name = person.name === '' ? 'you' : `${person.name} <${person.email}>`;
  const isNew = await prompts.confirm(`No file in content/authors is about ${name}. Make one?`);
  if (!isNew) return { authors: await people('Who wrote it?', asking, source.authors.length) };
  return {
    newAuthor: {
      name: await prompts.text({
        message: 'Your name, as readers see it?',
        initial: person.name,
        judge: some,
      }),
      role: await prompts.text({
        message: 'What do you do, and where?',
        placeholder: 'for example: Trainer, assembly, Porto',
        judge: some,
      }),
      reach: await prompts.text({
        message: 'How can readers reach you?',
        initial: person.email,
        judge: some,
      }),
    },
  };
}

function people(message: string, { prompts, source }: Asking, most: number): Promise<string[]> {
  const choices = source.authors
    .filter(({ data }) => data.left === undefined)
    .map(({ slug, data }): Choice => ({ value: slug, label: data.name, hint: data.role }));
  return prompts.chooseSeveral({
    message,
    choices,
    most,
  });
}

async function askForKind(
  kind: Kind,
  answers: PostAnswers,
  asking: Asking,
): Promise<Pick<PostAnswers, 'link' | 'expires' | 'to'>> {
  const { prompts, day, source } = asking;
  if (kind === 'link' && answers.link === undefined)
    return {
      link: await prompts.text({
        message: 'Where does it lead?',
        placeholder: 'https://',
        judge: field('link'),
      }),
    };
  if (kind === 'announcement' && answers.expires === undefined) {
    const initial = beginning(kind, daySchema.parse(day)).expires ?? '';
    return {
      expires: await prompts.text({
        message: 'Until which day is it shown?',
        initial,
        judge: field('expires'),
      }),
    };
  }
  if (kind === 'shout-out' && answers.to === undefined)
    return { to: await people('Whom do you thank?', asking, source.authors.length) };
  return {};
}

async function groupOf(prompts: Prompts, source: SourceContent): Promise<string | undefined> {
  if (source.groups.length === 0) return undefined;
  const choices = source.groups.map(({ slug, data }): Choice => ({
    value: slug,
    label: data.name,
    hint: data.purpose,
  }));
  const group = await prompts.choose({
    message: 'Does it belong to a group?',
    choices: [{ value: '', label: 'No' }, ...choices],
  });
  return group === '' ? undefined : group;
}

function some(text: string): string | undefined {
  return text === '' ? 'A few words are needed here.' : undefined;
}

/** What the schema says about an answer, in a sentence. */
function field(name: 'title' | 'excerpt' | 'link' | 'expires'): (text: string) => string | undefined {
  const schema = postFrontmatterSchema.shape[name];
  return (text) => {
    if (text === '') return some(text);
    const { error } = schema.safeParse(text);
    if (error === undefined) return undefined;
    return name === 'link' ? 'An address starts with http:// or https://.' : error.issues[0]?.message;
  };
}
