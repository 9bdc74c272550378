import type { MarkdownContext, Resolved } from '../markdown/context.ts';
import { renderMarkdown } from '../markdown/render.ts';
import type { Picture } from '../model/post.ts';

/** What a sample of Markdown may point to. */
export interface SampleSurroundings {
  /** Where every wiki link of the sample leads. */
  post?: Extract<Resolved, { state: 'visible' }>;
  /** The picture that every name stands for. */
  picture?: Picture;
}

/**
 * Renders a piece of Markdown that is part of a page of the engine, through the pipeline of posts. `name` keeps its ids
 * apart from those of other samples. Throws when the pipeline finds a mistake in it: such a sample is a bug.
 */
export function renderSample(
  body: string,
  { name, format = 'md', surroundings = {} }: SampleOptions,
): string {
  const { html, messages } = renderMarkdown(body, {
    format,
    context: contextOf(surroundings),
    idPrefix: `sample-${name}-`,
    headingOffset: 2,
  });
  const [mistake] = messages;
  if (mistake !== undefined) throw new Error(`The sample "${name}" has a mistake: ${mistake.message}`);
  return html;
}

interface SampleOptions {
  name: string;
  format?: 'md' | 'mdx';
  surroundings?: SampleSurroundings;
}

function contextOf({ post, picture }: SampleSurroundings): MarkdownContext {
  const absent = { problem: 'A sample has no files beside it.', mend: 'Take it out of the sample.' };
  return {
    wikiTarget: () => post,
    address: () => undefined,
    suggestions: () => [],
    picture: () => picture ?? absent,
    attachment: () => absent,
    person: () => undefined,
    discussion: () => undefined,
    pictureHost: () => false,
  };
}
