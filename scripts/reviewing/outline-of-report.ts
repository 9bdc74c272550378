import { plural } from '../../src/model/problem.ts';
import { listed, listedBriefly, type Item, type Line, type Outline, type Part } from './outline.ts';
import { changeWords, pageItem } from './page-item.ts';
import type { Alarm, FoundException, FoundProblem, Report } from './report-schema.ts';

const mostFiles = 5;

/** What the report says, in the order in which a reviewer should read it. */
export function outlineOf(report: Report): Outline {
  const { base, head, alarms, pages, problems, silenced, others, unseen, audience } = report;
  const commit = { code: head.commit.slice(0, 10) };
  return {
    alarms: alarms.map(alarmLine),
    summary: [
      pagesInWords(report),
      ...(problems.length === 0 ? [] : [problemsInWords(problems)]),
      ...(unseen.length === 0
        ? []
        : [
            [
              `${plural(unseen.length, 'file was', 'files were')} edited without anything to see for readers.`,
            ],
          ]),
    ],
    sections: [
      {
        title: 'Problems',
        items: problems.filter(({ isError }) => isError).map(problemItem),
        nouns: ['problem', 'problems'] as const,
      },
      {
        title: 'Rules that were silenced',
        items: silenced.map(exceptionItem),
        nouns: ['exception', 'exceptions'] as const,
      },
      { title: 'Pages', items: pages.map(pageItem), nouns: ['page', 'pages'] as const },
      ...others.map(({ title, lines }) => ({
        title,
        items: lines.map((line): Item => ({ brief: [{ said: line }], lines: [[{ said: line }]] })),
        nouns: ['change', 'changes'] as const,
      })),
      {
        title: 'Advice',
        items: problems.filter(({ isError }) => !isError).map(problemItem),
        nouns: ['piece of advice', 'pieces of advice'] as const,
      },
    ].filter(({ items }) => items.length > 0),
    closing: [
      'Compared ',
      commit,
      head.isDirty ? ', with what is not committed yet,' : '',
      ' with where it left ',
      { code: base.name },
      ' (',
      { code: base.commit.slice(0, 10) },
      ').',
      ...(audience === undefined ? [] : [' For the members of ', { code: audience }, ' only.']),
    ],
  };
}

function alarmLine({ kind, files }: Alarm): Line {
  const names: Part[] = listedBriefly(
    files.map((file) => ({ code: file })),
    mostFiles,
  );
  const of: Part[] = files.length === 0 ? [] : [': ', ...names];
  switch (kind) {
    case 'unsure':
      return [
        'This report was made by code that the pull request changes itself: look at the files before you believe it.',
      ];
    case 'workflow':
      return ['It changes what runs in the pipeline', ...of, '.'];
    case 'engine':
      return ['It changes the engine and not only content', ...of, '.'];
    case 'approvers':
      return ['It changes who has to approve', ...of, '.'];
    case 'approvals':
      return ['It changes the register of approvals, which only a command writes', ...of, '.'];
    case 'conflict':
      return [
        'It cannot be merged as it is, because the same lines were changed elsewhere',
        ...of,
        '. Merge the other branch into this one first.',
      ];
    case 'closed':
      return [
        'It changes something of a closed group, of which this report says nothing. Its own reviewers see it with ',
        { code: 'npm run review -- --for <group>' },
        '.',
      ];
    case 'opened':
      return ['Something that only the members of a closed group could read will be there for everybody.'];
    case 'override':
      return ['It makes an exception from the policy', ...of, '.'];
    case 'policy':
      return ['It changes what may not be posted', ...of, '.'];
    case 'settings':
      return ['It changes the settings of the whole blog', ...of, '.'];
  }
}

function pagesInWords({ pages, others }: Report): Line {
  if (pages.length === 0)
    return [others.length === 0 ? 'Nothing that readers see changes.' : 'No page changes.'];
  const counts = (['added', 'moved', 'gone', 'changed'] as const).flatMap((change) => {
    const count = pages.filter((page) => page.change === change).length;
    return count === 0 ? [] : [`${count} ${changeWords[change].toLowerCase()}`];
  });
  return [`${plural(pages.length, 'page is', 'pages are')} not as before: `, ...listed(counts), '.'];
}

function problemsInWords(problems: readonly FoundProblem[]): Line {
  const errors = problems.filter(({ isError }) => isError).length;
  const advice = problems.length - errors;
  return [
    errors === 0
      ? 'Nothing keeps it from being published'
      : `${plural(errors, 'problem keeps', 'problems keep')} it from being published`,
    advice === 0 ? '.' : `, and there ${advice === 1 ? 'is 1 piece' : `are ${advice} pieces`} of advice.`,
  ];
}

function problemItem({ file, line, column, rule, message, mend, isNew }: FoundProblem): Item {
  const place: Part = { code: `${file}:${line}:${column}` };
  const before: Line = isNew ? [] : ['There before this branch: '];
  return {
    brief: [place, ' ', { code: rule }],
    lines: [[...before, { said: message }, ' ', { said: mend }, ' (', place, ', rule ', { code: rule }, ')']],
  };
}

function exceptionItem({ file, line, column, rule, clause, because, message, scope }: FoundException): Item {
  const place: Part = { code: `${file}:${line}:${column}` };
  const name = clause === undefined ? rule : `${rule} (${clause})`;
  const where = scope === 'file' ? ' in the whole file, because “' : ', because “';
  return {
    brief: [{ code: name }, ' ', place],
    lines: [
      [{ code: name }, where, { said: because }, '”. The check says: ', { said: message }, ' (', place, ')'],
    ],
  };
}
