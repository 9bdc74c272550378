import type { AuditRegister } from './audit-register.ts';
import { csvText } from '../reporting/csv.ts';
import { machineJson } from '../reporting/machine-json.ts';

/** The choices of `--format`. */
export const registerFormats = {
  csv: csvRegister,
  json: machineJson,
} satisfies Record<string, (register: AuditRegister) => string>;

export type RegisterFormat = keyof typeof registerFormats;
export const registerFormatNames = ['csv', 'json'] as const satisfies readonly RegisterFormat[];

const columns = ['list', 'file', 'title', 'page', 'state', 'who', 'date', 'what', 'link'];

const states = {
  approved: 'approved',
  'approved-earlier': 'approved before its last change',
  'not-approved': 'merged without approval',
  unknown: 'not known',
} as const;

/** One table for all lists, so that a spreadsheet can filter it; the first column says which list a row is of. */
function csvRegister(register: AuditRegister): string {
  const { approvals, reviews, owners, overrides, acknowledgements, pulls, commitsWithoutPull } = register;
  const page = (list: string, { file, title, page: url }: AuditRegister['acknowledgements'][number]) => [
    ...[list, file, title, url],
  ];
  return csvText([
    columns,
    ...approvals.map((one) => [
      ...page('approval', one),
      ...[states[one.state], (one.state === 'not-approved' ? [one.mergedBy ?? ''] : one.by).join('; ')],
      ...[
        one.on ?? '',
        one.pull === null ? '' : `#${one.pull.number} ${one.pull.title}`,
        one.pull?.url ?? '',
      ],
    ]),
    ...reviews.map((one) => [...page('review', one), one.isPast ? 'past' : 'due', one.owner, one.by, '', '']),
    ...owners.map((one) => [...page('owner', one), '', one.owners.join('; '), '', '', '']),
    ...overrides.map(({ file, line, rule, clause, because, scope }) => [
      ...['override', `${file}:${line}`, '', '', clause === null ? rule : `${rule}: ${clause}`],
      ...['', '', because, scope === 'file' ? 'whole file' : 'one line'],
    ]),
    ...acknowledgements.map((one) => [...page('acknowledgement', one), 'asked for', '', '', '', '']),
    ...pulls.map((one) => [
      ...['pull request', one.files.join('; '), one.title, '', states[one.state]],
      ...[
        one.by.join('; '),
        one.mergedOn,
        `#${one.number} by ${one.author ?? 'nobody known'}, merged by ${one.mergedBy ?? 'nobody known'}`,
        one.url,
      ],
    ]),
    ...commitsWithoutPull.map((id) => ['commit without a pull request', '', '', '', '', '', '', id, '']),
  ]);
}
