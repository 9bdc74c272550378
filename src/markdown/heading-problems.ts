import type { VFile } from 'vfile';
import { report, startOf, type Message, type Placed } from './state.ts';
import { sourceLines } from './source-lines.ts';

/** A heading as the author wrote it. */
export interface WrittenHeading {
  level: number;
  text: string;
  node: Placed;
}

/** The same, and whether number signs make it, so that its level can be changed without a person. */
interface Judged extends WrittenHeading {
  signs: boolean;
}

/** Reports headings of level 1, skipped levels, and namesakes within a section. */
export function reportHeadings(headings: readonly WrittenHeading[], file: VFile): void {
  if (headings.length === 0) return;
  const lines = sourceLines(file);
  const judged = headings.map((heading) => ({ ...heading, signs: isMadeOfSigns(heading, lines) }));
  if (isLevelTooHigh(judged)) reportAllLevels(judged, file);
  else {
    for (const heading of judged)
      if (heading.level === 1) reportLevelOne(heading, withLevel(heading, 2), file);
    reportOrder(judged, file);
  }
  reportNamesakes(judged, file);
}

function isMadeOfSigns({ level, node }: WrittenHeading, lines: readonly string[]): boolean {
  const { line, column } = startOf(node);
  const signs = /^#+/u.exec(lines[line - 1]?.slice(column - 1) ?? '');
  return node.position !== undefined && signs?.[0].length === level;
}

/** A fix that gives a heading another level. */
function withLevel({ level, node, signs }: Judged, wanted: number): Pick<Message, 'fix'> {
  if (!signs) return {};
  const start = startOf(node);
  const end = { line: start.line, column: start.column + level };
  return { fix: { kind: 'replace', start, end, text: '#'.repeat(wanted) } };
}

/** Whether the author takes level 1 for sections, with others below them. */
function isLevelTooHigh([first, ...others]: readonly Judged[]): boolean {
  return (
    first?.level === 1 && others.some(({ level }) => level === 1) && others.some(({ level }) => level > 1)
  );
}

/** All headings move down together, or none: else sections would become the neighbours of their own parts. */
function reportAllLevels(headings: readonly Judged[], file: VFile): void {
  const together = headings.every(({ signs, level }) => signs && level < 6);
  for (const heading of headings) {
    const { level, text, node } = heading;
    const fix = together ? withLevel(heading, level + 1) : {};
    if (level === 1) reportLevelOne(heading, fix, file);
    else if (together)
      report(file, node, {
        rule: 'heading-one',
        message: `"${text}" belongs to a heading of level 1, which has to move down a level.`,
        mend: `Move it down as well: ${signsOf(level + 1)} ${text}`,
        ...fix,
      });
  }
}

function reportLevelOne({ node }: Judged, fix: Pick<Message, 'fix'>, file: VFile): void {
  report(file, node, {
    rule: 'heading-one',
    message: 'The title is the only heading of level 1.',
    mend: 'Start the headings of the text with two number signs: ## like this.',
    ...fix,
  });
}

/** Follows the headings as they will be once mended, so that mending one leaves no other to mend. */
function reportOrder(headings: readonly Judged[], file: VFile): void {
  const above: { written: number; mended: number }[] = [];
  for (const heading of headings.filter(({ text }) => text !== '')) {
    const written = Math.max(2, heading.level);
    while ((above.at(-1)?.written ?? 0) >= written) above.pop();
    const parent = above.at(-1);
    const wanted = (parent?.mended ?? 1) + 1;
    // One that cannot be mended by itself stays, and those below it stay with it.
    above.push({ written, mended: heading.signs ? wanted : written });
    if (written <= wanted) continue;
    const { text, node, signs } = heading;
    const place =
      parent === undefined ? 'the title of the post' : `a heading of level ${String(parent.mended)}`;
    report(file, node, {
      rule: 'heading-order',
      message: `"${text}" has level ${String(written)}, but stands under ${place}.`,
      mend: `Give it level ${String(wanted)}: ${signs ? `${signsOf(wanted)} ${text}` : `<h${String(wanted)}>`}`,
      ...withLevel(heading, wanted),
    });
  }
}

function reportNamesakes(headings: readonly Judged[], file: VFile): void {
  const above: { level: number; names: Set<string> }[] = [{ level: 0, names: new Set() }];
  for (const { level, text, node } of headings) {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const names = above.at(-1)?.names;
    const name = text.toLowerCase();
    const isFirst = names?.has(name) !== true;
    names?.add(name);
    above.push({ level, names: new Set() });
    if (isFirst || text === '') continue;
    report(file, node, {
      rule: 'duplicate-heading',
      message: `Another heading of this section is called "${text}" too.`,
      mend: 'Say in each what is special about it, so that readers can tell them apart in a list.',
    });
  }
}

function signsOf(level: number): string {
  return '#'.repeat(level);
}
