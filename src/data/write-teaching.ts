import { renderSample } from '../compile/render-sample.ts';
import { fieldRows, type FieldRow } from '../model/field-reference.ts';
import {
  teachingComponents,
  teachingNames,
  type TeachingComponent,
  type TeachingName,
} from '../model/teaching.ts';
import { teachingExample as example } from '../model/teaching-example.ts';
import { codeBlock } from './write-samples.ts';

/** One component and its attributes. */
export interface TeachingPart {
  name: TeachingName;
  purpose: string;
  attributes: FieldRow[];
}

/** A component with what stands inside it, and its source as HTML. */
export interface TeachingSection extends TeachingPart {
  parts: TeachingPart[];
  source: string;
}

const sources: Partial<Record<TeachingName, string>> = {
  Callout: `<Callout type="${example.callout.type}" title="${example.callout.title}">\n\n${example.callout.text}\n\n</Callout>`,
  Steps: `<Steps>\n\n${example.steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}\n\n</Steps>`,
  Tabs: `<Tabs>\n\n${example.tabs.map(({ label, text }) => `<Tab label="${label}">\n\n${text}\n\n</Tab>`).join('\n\n')}\n\n</Tabs>`,
  Quiz: [
    `<Quiz id="${example.quiz.id}" question="${example.quiz.question}">\n`,
    ...example.quiz.options.map(
      ({ text, correct }) => `<Option${correct ? ' correct' : ''}>${text}</Option>`,
    ),
    `<Explanation>${example.quiz.explanation}</Explanation>\n`,
    '</Quiz>',
  ].join('\n'),
  Video: '<Video href="https://vimeo.com/123456" title="How to rinse a probe" />',
  Figure:
    '<Figure src="./water-cooler.webp" alt="Two colleagues talk beside a water cooler." caption="The words under the picture." />',
};

/** The components of `.mdx` posts, each with those that stand inside it. */
export function teachingSections(): TeachingSection[] {
  const parts = teachingNames.map((name): TeachingPart & Pick<TeachingComponent, 'inside'> => {
    const component: TeachingComponent = teachingComponents[name];
    return { ...component, name, attributes: fieldRows(component.attributes) };
  });
  return parts
    .filter(({ inside }) => inside === undefined)
    .map((part) => ({
      ...part,
      parts: parts.filter(({ inside }) => inside === part.name),
      source: sourceOf(part.name),
    }));
}

function sourceOf(name: TeachingName): string {
  const source = sources[name] ?? '';
  const lower = name.toLowerCase();
  const picture = { src: '/', srcset: '', width: 1, height: 1 };
  // Only for the check: a component that the pipeline would refuse must not be shown as an example.
  renderSample(source, { name: lower, format: 'mdx', surroundings: { picture } });
  return codeBlock(`${lower}-source`, source, 'markdown', 'You write');
}
