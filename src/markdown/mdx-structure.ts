import type { TeachingName } from '../model/teaching.ts';
import { isMarkdownJsx, literalAttributes, type MarkdownJsx } from './jsx.ts';

/** What a component lacks between its tags; undefined when it is complete. */
export function incomplete(
  node: MarkdownJsx,
  name: TeachingName,
): { message: string; mend: string } | undefined {
  const parts = node.children.filter(isMarkdownJsx);
  switch (name) {
    case 'Quiz': {
      const options = parts.filter((part) => part.name === 'Option');
      const answers = options.filter((option) => literalAttributes(option)['correct'] === true);
      if (options.length >= 2 && answers.length >= 1) return undefined;
      return {
        message: 'A <Quiz> needs two options or more, and at least one of them correct.',
        mend: 'Write <Option>…</Option> for each, and <Option correct>…</Option> for the right ones.',
      };
    }
    case 'Tabs': {
      if (parts.some((part) => part.name === 'Tab')) return undefined;
      return {
        message: 'A <Tabs> holds no tab.',
        mend: 'Write <Tab label="…">…</Tab> for each alternative.',
      };
    }
    case 'Steps': {
      if (node.children.some((child) => child.type === 'list')) return undefined;
      return { message: 'A <Steps> holds no list.', mend: 'Number the steps 1., 2., 3. between its tags.' };
    }
    case 'Callout':
    case 'Tab':
    case 'Option':
    case 'Explanation':
    case 'Video':
    case 'Figure':
      return undefined;
  }
}
