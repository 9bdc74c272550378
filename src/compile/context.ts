import { posix } from 'node:path';
import type { Names } from '../lint/names.ts';
import type { MarkdownContext, Refusal } from '../markdown/context.ts';
import { nearest } from '../model/nearest.ts';
import { digestOf } from '../source/digest.ts';
import type { Addresses } from './addresses.ts';
import { isPicturePath, type LocalPicture, type PictureProblem } from './pictures.ts';

/** A file beside a post that readers may download or play. */
export interface Attachment {
  href: string;
  file: string;
}

/** Everything that lies in the content folder and can be linked to or shown. */
export interface Surroundings {
  addresses: Addresses;
  /** By path relative to the content folder. */
  pictures: ReadonlyMap<string, LocalPicture | PictureProblem>;
  /** By path relative to the content folder. */
  attachments: ReadonlyMap<string, Attachment>;
}

/** What a comment may point to: pages, and none of the files beside posts. */
export function withoutFiles({ addresses }: Surroundings): Surroundings {
  return { addresses, pictures: new Map(), attachments: new Map() };
}

/** One question that a rendering asked, and a digest of the answer. The rendering is good while the answers stay. */
export type Dependency = [question: keyof MarkdownContext | keyof Names, about: string, answer: string];

// Hundreds of texts may link to one page, and to each of them the same object answers.
const known = new WeakMap<object, string>();

/** An answer as it is remembered and compared. An object must stay as it is. */
export function digestOfAnswer(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return digestOf(JSON.stringify({ answer }));
  const before = known.get(answer);
  if (before !== undefined) return before;
  const digest = digestOf(JSON.stringify({ answer }));
  known.set(answer, digest);
  return digest;
}

/** What a rendering asked, and the addresses of pictures and attachments that it was given. */
export interface Asked {
  questions: Dependency[];
  files: Set<string>;
}

/** The context for one file of the content folder. Every answer is recorded in `asked`. */
export function createContext(
  { addresses, pictures, attachments }: Surroundings,
  path: string,
  asked: Asked = { questions: [], files: new Set() },
): MarkdownContext {
  const record = <Answer>(question: keyof MarkdownContext, about: string, answer: Answer): Answer => {
    asked.questions.push([question, about, digestOfAnswer(answer)]);
    return answer;
  };
  let suggested = 0;
  const maySuggest = () => (suggested += 1) <= mostSuggestions;
  return {
    person: (login) => record('person', login, addresses.person(login)),
    discussion: (number) => record('discussion', number, addresses.discussion(number)),
    pictureHost: (host) => record('pictureHost', host, addresses.pictureHost(host)),
    wikiTarget: (target) => record('wikiTarget', target, addresses.wikiTarget(target)),
    address: (target) => record('address', target, addresses.address(target)),
    suggestions: (target) => record('suggestions', target, maySuggest() ? addresses.suggestions(target) : []),
    picture: (src) => {
      if (leavesContent(path, src)) return record('picture', src, outside(src));
      const found = pictures.get(besides(path, src));
      if (found === undefined)
        return record('picture', src, absent(src, path, maySuggest() ? pictures.keys() : []));
      if (!('src' in found)) return record('picture', src, said(found));
      const { src: address, srcset, width, height } = found;
      for (const file of [address, ...srcset.split(/ [\d.]+[wx](?:, )?/u)])
        if (file !== '') asked.files.add(file);
      return record('picture', src, { src: address, srcset, width, height });
    },
    attachment: (src) => {
      if (leavesContent(path, src)) return record('attachment', src, outside(src));
      const found = attachments.get(besides(path, src));
      if (found !== undefined) asked.files.add(found.href);
      return record(
        'attachment',
        src,
        found === undefined
          ? absent(src, path, maySuggest() ? attachments.keys() : [])
          : { href: found.href },
      );
    },
  };
}

// Looking for the nearest of ten thousand posts takes milliseconds, and a file may have thousands of broken links.
const mostSuggestions = 50;

/** The path of something named relative to a file, relative to the content folder. */
function besides(path: string, src: string): string {
  return posix.normalize(posix.join(posix.dirname(path), src));
}

/** A picture that cannot be shown, and about which that has been said where it lies. */
function said({ message, mend }: PictureProblem): Refusal {
  return { problem: message, mend, said: true };
}

/** Whether a name climbs out of the content folder. Browsers and Windows take a backslash for a slash. */
function leavesContent(path: string, src: string): boolean {
  return /^\.\.(?:\/|$)/u.test(besides(path, src.replaceAll('\\', '/')));
}

function outside(src: string): Refusal {
  return {
    rule: 'outside-content',
    problem: `"${src}" leads out of the content folder.`,
    mend: `Only files that lie beside this one can be shown and linked to: copy it there, and write "./${posix.basename(src.replaceAll('\\', '/'))}".`,
  };
}

function absent(src: string, path: string, known: Iterable<string>): Refusal {
  const folder = posix.dirname(path);
  const beside = [...known]
    .filter((file) => posix.dirname(file) === folder)
    .map((file) => posix.basename(file));
  const [suggestion] = nearest(posix.basename(src), beside);
  return {
    problem: `There is no file "${src}" beside this one.${suggestion === undefined ? '' : ` Did you mean "./${suggestion}"?`}`,
    mend: isPicturePath(src)
      ? 'Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.'
      : 'Put the file into the folder of the post (posts/<slug>/index.md).',
  };
}
