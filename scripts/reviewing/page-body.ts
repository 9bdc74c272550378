import { statSync } from 'node:fs';
import { posix } from 'node:path';
import { createContext, type Asked, type Surroundings } from '../../src/compile/context.ts';
import { renderMarkdown } from '../../src/markdown/render.ts';
import type { SourceEntry } from '../../src/source/source-entry.ts';
import type { PageBody, ShownPicture } from './page.ts';

/** Renders what an entry says, as readers will find it. `cover` is a picture that one of its fields names. */
export function pageBody(
  entry: SourceEntry<unknown>,
  surroundings: Surroundings,
  cover?: { src: string; alt: string },
): PageBody {
  const { path } = entry;
  const asked: Asked = { questions: [], files: new Set() };
  const { html, facts, text } = renderMarkdown(entry.body(), {
    format: path.endsWith('.mdx') ? 'mdx' : 'md',
    // What a broken link should have been is the check's to say, and takes it a while.
    context: { ...createContext(surroundings, path, asked), suggestions: () => [] },
  });
  const names = asked.questions.flatMap(([question, about]) => (question === 'picture' ? [about] : []));
  const shown = [...new Set([...(cover === undefined ? [] : [cover.src]), ...names])].map((src) =>
    pictureAt(posix.normalize(posix.join(posix.dirname(path), src)), surroundings),
  );
  return {
    ...{ text, words: facts.words },
    links: [...new Set(attributes(html, 'a', 'href').filter((href) => !href.startsWith('#')))],
    pictures: shown.flatMap((picture) => {
      if (picture === undefined) return [];
      const isCover = cover !== undefined && posix.basename(picture.file) === posix.basename(cover.src);
      return { ...picture, alt: altIn(html, picture.address) ?? (isCover ? cover.alt : '') };
    }),
  };
}

function pictureAt(file: string, { pictures }: Surroundings): Omit<ShownPicture, 'alt'> | undefined {
  const found = pictures.get(file);
  if (found === undefined || !('src' in found)) return undefined;
  const { src: address, width, height } = found;
  return { file, address, width, height, bytes: statSync(found.file).size };
}

// The pipeline has written this HTML: attributes are in double quotes, and what they hold is escaped.
function attributes(html: string, tag: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag} (?:[^>]*? )?${name}="([^"]*)"`, 'gu'))].map(([, value = '']) =>
    unescaped(value),
  );
}

function altIn(html: string, address: string): string | undefined {
  const [img] = html.match(new RegExp(`<img [^>]*${RegExp.escape(address)}[^>]*>`, 'u')) ?? [];
  return img === undefined ? undefined : attributes(img, 'img', 'alt')[0];
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/giu, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
