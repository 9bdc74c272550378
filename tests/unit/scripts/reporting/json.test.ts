import { describe, expect, it } from 'vitest';
import { jsonReport, type JsonReport } from '../../../../scripts/reporting/json.ts';
import { aProblem, aReport, aSilenced, hostileReport } from '../../../support/reports.ts';

const parsed = (report: Parameters<typeof jsonReport>[0]) => JSON.parse(jsonReport(report)) as JsonReport;

describe('the report for programs', () => {
  it('has the shape that programs rely on', () => {
    const report = aReport({
      problems: [
        aProblem({ rule: 'policy', clause: 'customers' }),
        aProblem({
          rule: 'trailing-space',
          fix: { kind: 'replace', start: { line: 5, column: 9 }, end: { line: 5, column: 11 }, text: '' },
        }),
      ],
      silenced: [aSilenced()],
    });
    expect(jsonReport(report)).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "counts": {
          "files": 12,
          "errors": 1,
          "advice": 1,
          "silenced": 1,
          "fixable": 1
        },
        "seconds": 0.42,
        "problems": [
          {
            "file": "content/posts/a.md",
            "line": 5,
            "column": 9,
            "rule": "policy",
            "severity": "error",
            "message": "content/tags.yml has no tag \\"gti\\".",
            "mend": "Did you mean \\"git\\"?",
            "clause": "customers"
          },
          {
            "file": "content/posts/a.md",
            "line": 5,
            "column": 9,
            "rule": "trailing-space",
            "severity": "advice",
            "message": "content/tags.yml has no tag \\"gti\\".",
            "mend": "Did you mean \\"git\\"?",
            "fix": {
              "kind": "replace",
              "start": {
                "line": 5,
                "column": 9
              },
              "end": {
                "line": 5,
                "column": 11
              },
              "text": ""
            }
          }
        ],
        "silenced": [
          {
            "file": "content/posts/a.md",
            "line": 5,
            "column": 9,
            "rule": "vague-link-text",
            "severity": "advice",
            "message": "The link \\"here\\" says nothing.",
            "mend": "Did you mean \\"git\\"?",
            "because": "the button is called that",
            "scope": "line"
          }
        ]
      }"
    `);
  });

  it('gives back every text as it was', () => {
    const report = hostileReport();
    const { problems, silenced, counts } = parsed(report);
    const texts = ({ file, message, mend }: { file: string; message: string; mend: string }) => [
      file,
      message,
      mend,
    ];
    expect(problems.map(texts)).toEqual(report.problems.map(texts));
    expect(problems.map(({ fix }) => fix)).toEqual(report.problems.map(({ fix }) => fix));
    expect(silenced.map(({ because }) => because)).toEqual(report.silenced.map(({ because }) => because));
    expect(counts).toEqual({
      files: 12,
      errors: silenced.length,
      advice: silenced.length,
      silenced: silenced.length,
      fixable: silenced.length,
    });
  });

  it('holds no character that a terminal obeys', () => {
    expect(jsonReport(hostileReport())).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/u);
  });
});
