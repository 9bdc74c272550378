import { Ajv } from 'ajv';
import formatsPlugin from 'ajv-formats';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sarifReport } from '../../../../scripts/reporting/sarif.ts';
import type { CheckReport } from '../../../../src/model/check-report.ts';
import { ruleNames, rules } from '../../../../src/model/rules/rules.ts';
import { aProblem, aReport, aSilenced, hostileReport } from '../../../support/reports.ts';

interface Sarif {
  runs: [{ tool: { driver: { rules: { id: string; helpUri?: string }[] } }; results: Result[] }];
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: [{ physicalLocation: { artifactLocation: { uri: string } } }];
  suppressions: unknown[];
  fixes?: unknown[];
  partialFingerprints: Record<string, string>;
}

// Ajv reads draft 7. The one thing in this schema of draft 4 that differs is the name of its own id.
const { $schema, id, ...schema } = JSON.parse(
  await readFile('tests/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8'),
) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true });
formatsPlugin(ajv);
const validate = ajv.compile(schema);

const site = { url: 'https://blog.example/' };
const run = (report: CheckReport) => (JSON.parse(sarifReport(report, { site })) as Sarif).runs[0];
const prints = (report: CheckReport) =>
  run(report).results.map(({ partialFingerprints }) => partialFingerprints['watercooler/v1']);

describe('the report for code scanning', () => {
  it('is checked against the schema of SARIF 2.1.0, which sees mistakes', () => {
    expect([$schema, id]).toEqual([
      'http://json-schema.org/draft-04/schema#',
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    ]);
    const wrong = JSON.parse(sarifReport(aReport({ problems: [aProblem({ line: 0 })] }))) as unknown;
    expect(validate(wrong)).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(
      '/runs/0/results/0/locations/0/physicalLocation/region/startLine',
    );
  });

  it.each([
    ['nothing', aReport()],
    ['errors, advice and silenced problems', aReport({ problems: [aProblem()], silenced: [aSilenced()] })],
    ['hostile words', hostileReport()],
  ])('keeps to the schema with %s', (_, report) => {
    for (const options of [{}, { site }]) {
      validate(JSON.parse(sarifReport(report, options)));
      expect(validate.errors).toBeNull();
    }
  });

  it('tells a problem whole', () => {
    const fix = {
      kind: 'replace',
      start: { line: 5, column: 9 },
      end: { line: 5, column: 12 },
      text: 'git',
    } as const;
    expect(run(aReport({ problems: [aProblem({ fix })] })).results).toMatchInlineSnapshot(`
      [
        {
          "fixes": [
            {
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "content/posts/a.md",
                    "uriBaseId": "%SRCROOT%",
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "endColumn": 12,
                        "endLine": 5,
                        "startColumn": 9,
                        "startLine": 5,
                      },
                      "insertedContent": {
                        "text": "git",
                      },
                    },
                  ],
                },
              ],
              "description": {
                "text": "Did you mean "git"?",
              },
            },
          ],
          "level": "error",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/posts/a.md",
                  "uriBaseId": "%SRCROOT%",
                },
                "region": {
                  "startColumn": 9,
                  "startLine": 5,
                },
              },
            },
          ],
          "message": {
            "text": "content/tags.yml has no tag "gti".
      Did you mean "git"?",
          },
          "partialFingerprints": {
            "watercooler/v1": "90c43183f00fd7289da49c16a2a4cbf2",
          },
          "ruleId": "unknown-tag",
          "ruleIndex": 70,
          "suppressions": [],
        },
      ]
    `);
  });

  it('lets nothing that it quotes become a placeholder or a link, and loses none of it', () => {
    const report = hostileReport();
    const texts = run(report).results.map(({ message }) => message.text);
    for (const text of texts) {
      expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\[/u);
      expect(text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/u);
    }
    const shown = texts.map((text) => text.replace(/([{}])\1/gu, '$1').replace(/\\([\\[\]])/gu, '$1'));
    expect(shown).toEqual(
      [...report.problems, ...report.silenced].map(({ message, mend }) => `${message}\n${mend}`),
    );
  });

  it('knows every rule and leads to its page', () => {
    const { driver } = run(aReport()).tool;
    expect(driver.rules.map(({ id }) => id)).toEqual(ruleNames);
    expect(driver.rules[0]?.helpUri).toBe(`https://blog.example/write/rules/${ruleNames[0] ?? ''}/`);
    const { results } = run(hostileReport());
    for (const { ruleId, ruleIndex } of results) expect(driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect((JSON.parse(sarifReport(aReport())) as Sarif).runs[0].tool.driver.rules[0]).not.toHaveProperty(
      'helpUri',
    );
  });

  it('gives advice the level note, and the reason of what was silenced as its justification', () => {
    const report = aReport({
      problems: [aProblem(), aProblem({ rule: 'spelling' })],
      silenced: [aSilenced()],
    });
    expect(run(report).results.map(({ level, suppressions }) => [level, suppressions])).toEqual([
      ['error', []],
      ['note', []],
      ['note', [{ kind: 'inSource', justification: 'the button is called that' }]],
    ]);
  });

  it('writes a file as a relative address that decodes to its name', () => {
    const report = aReport({ problems: [aProblem({ file: 'content/posts/100% wet? #1: Grüße/in dex.md' })] });
    const uri = run(report).results[0]?.locations[0].physicalLocation.artifactLocation.uri ?? '';
    expect(uri).toBe('content/posts/100%25%20wet%3F%20%231%3A%20Gr%C3%BC%C3%9Fe/in%20dex.md');
    expect(decodeURIComponent(new URL(uri, 'file:///top/').pathname)).toBe(
      '/top/content/posts/100% wet? #1: Grüße/in dex.md',
    );
  });

  it('recognises a problem whose line moved, and tells equal ones apart', () => {
    const message = 'The field is in line 3 as well.';
    const before = prints(aReport({ problems: [aProblem({ message }), aProblem({ line: 9, message })] }));
    const moved = [aProblem({ line: 7 }), aProblem({ line: 11 })];
    const after = prints(
      aReport({
        problems: moved.map((problem) => ({ ...problem, message: 'The field is in line 5 as well.' })),
      }),
    );
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(2);
    const others = [
      { file: 'content/posts/b.md' },
      { message: 'Else.' },
      { clause: 'a' },
      { rule: 'bad-value' as const },
    ];
    const all = prints(
      aReport({ problems: [aProblem({ message }), ...others.map((one) => aProblem({ message, ...one }))] }),
    );
    expect(new Set(all).size).toBe(5);
  });

  it('takes its levels from the registry', () => {
    const { driver } = run(aReport()).tool;
    expect(driver.rules).toEqual(
      ruleNames.map(
        (name) =>
          expect.objectContaining({
            id: name,
            defaultConfiguration: { level: rules[name].severity === 'error' ? 'error' : 'note' },
          }) as unknown,
      ),
    );
  });
});
