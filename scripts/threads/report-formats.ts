import { formatDay } from '../../src/model/day.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import { plural } from '../../src/model/problem.ts';
import { csvText } from '../reporting/csv.ts';
import { machineJson } from '../reporting/machine-json.ts';
import type { ConversationReport, Waiting } from './conversation-report.ts';

/** The choices of `--format`. What a report quotes was written by strangers; it cannot break out of the format. */
export const formats = {
  text: textReport,
  json: machineJson,
  csv: csvReport,
} satisfies Record<string, (report: ConversationReport) => string>;

function textReport({ day, copiedOn, patience, questions, silent, talked }: ConversationReport): string {
  const age =
    copiedOn === null ? 'They were never copied' : `They were last copied on ${formatDay(copiedOn, 'en-GB')}`;
  const longer = `for more than ${plural(patience, 'day')}`;
  return [
    `Conversations on ${formatDay(day, 'en-GB')}. ${age}.`,
    '',
    `${plural(questions.length, 'question')} waiting for an answer ${longer}`,
    ...byTopic(questions),
    '',
    `${plural(silent.length, 'thread')} without a reply ${longer}`,
    ...silent.flatMap(linesOf),
    '',
    talked.length === 0 ? 'No post is talked about' : 'Most talked about',
    ...talked.flatMap(({ title, page, comments, people, last }) => [
      `  ${plainLine(title)}`,
      `    ${plural(comments, 'comment')} by ${plural(people, 'person', 'people')}, the last on ${formatDay(last, 'en-GB')}  ${page}`,
    ]),
  ].join('\n');
}

/** Under each topic, so that one message to its trainer is enough; a question of two topics stands under both. */
function byTopic(questions: readonly Waiting[]): string[] {
  const headings = new Map<string, Waiting[]>();
  for (const question of questions) {
    const topics = question.topics.length === 0 ? ['Without a topic'] : question.topics.map(headingOf);
    for (const heading of topics) headings.set(heading, [...(headings.get(heading) ?? []), question]);
  }
  return [...headings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([heading, own]) => ['', `  ${heading}`, ...own.flatMap(linesOf)]);
}

function headingOf({ label, trainer }: Waiting['topics'][number]): string {
  return plainLine(trainer === null ? `${label}, without a trainer` : `${label}: ask ${trainer}`);
}

function linesOf({ title, page, days, comments }: Waiting): string[] {
  const said = comments === 0 ? 'nobody has said anything' : plural(comments, 'comment');
  return [`    ${plainLine(title)}`, `      ${plural(days, 'day')}, ${said}  ${page}`];
}

const columns = ['list', 'title', 'page', 'thread', 'since', 'days', 'topics', 'ask', 'comments', 'people'];

function csvReport({ questions, silent, talked }: ConversationReport): string {
  const waiting = (list: string, all: readonly Waiting[]) =>
    all.map((one) => [
      ...[list, one.title, one.page, one.thread ?? '', one.since, one.days],
      ...[one.topics.map(({ label }) => label).join('; '), one.nudge.join('; '), one.comments, ''],
    ]);
  const rows = [
    columns,
    ...waiting('unanswered', questions),
    ...waiting('no reply', silent),
    ...talked.map((one) => [
      'most talked about',
      one.title,
      one.page,
      one.thread,
      one.last,
      '',
      '',
      '',
      one.comments,
      one.people,
    ]),
  ];
  return csvText(rows);
}
