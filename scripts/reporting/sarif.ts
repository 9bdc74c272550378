import type { CheckReport, Silenced } from '../../src/model/check-report.ts';
import { absoluteUrl, rulePermalink } from '../../src/model/permalink.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Severity } from '../../src/model/rules/rule.ts';
import { ruleNames, rules, type RuleName } from '../../src/model/rules/rules.ts';
import { machineJson } from './machine-json.ts';
import { fingerprints } from './sarif-fingerprint.ts';

/** Where the pages of the rules are, if the blog is known. */
export interface SarifOptions {
  site?: { url: string };
}

/** For code scanning: SARIF 2.1.0 with every rule, every problem, and what was silenced with its justification. */
export function sarifReport({ problems, silenced }: CheckReport, { site }: SarifOptions = {}): string {
  const found: (Problem | Silenced)[] = [...problems, ...silenced];
  const prints = fingerprints(found);
  return machineJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Watercooler check',
            ...(site !== undefined && { informationUri: absoluteUrl(site, '/') }),
            rules: ruleNames.map((name) => descriptor(name, site)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: found.map((problem, index) => ({
          ...resultOf(problem),
          partialFingerprints: { 'watercooler/v1': prints[index] },
        })),
      },
    ],
  });
}

function descriptor(name: RuleName, site: SarifOptions['site']) {
  const { severity, finds, because } = rules[name];
  return {
    id: name,
    shortDescription: message(finds),
    fullDescription: message(`${finds} ${because}`),
    help: message(helpFor(name)),
    ...(site !== undefined && { helpUri: absoluteUrl(site, rulePermalink(name)) }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function helpFor(name: RuleName): string {
  const { because, wrong, right, silenceable } = rules[name];
  return [
    because,
    ...(wrong === undefined ? [] : [`Wrong:\n${wrong}`]),
    ...(right === undefined ? [] : [`Right:\n${right}`]),
    silenceable ? 'It can be silenced with a reason.' : 'It cannot be silenced.',
  ].join('\n\n');
}

const levels: Record<Severity, 'error' | 'note'> = { error: 'error', advice: 'note' };

function resultOf(problem: Problem | Silenced) {
  const { rule, mend, line, column, fix } = problem;
  const artifactLocation = { uri: relativeUri(problem.file), uriBaseId: '%SRCROOT%' };
  return {
    ruleId: rule,
    ruleIndex: ruleNames.indexOf(rule),
    level: levels[rules[rule].severity],
    message: message(`${problem.message}\n${mend}`),
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } }],
    // Where one result of a run has this property, all must have it.
    suppressions: 'because' in problem ? [{ kind: 'inSource', justification: problem.because }] : [],
    ...(fix?.kind === 'replace' && {
      fixes: [
        {
          description: message(mend),
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: {
                    startLine: fix.start.line,
                    startColumn: fix.start.column,
                    endLine: fix.end.line,
                    endColumn: fix.end.column,
                  },
                  insertedContent: { text: fix.text },
                },
              ],
            },
          ],
        },
      ],
    }),
  };
}

/**
 * Words in which nothing is a placeholder, `{0}`, or an embedded link, `[words](address)`. The standard has them escaped
 * so in its sections 3.11.5 and 3.11.6; what strangers wrote would otherwise become a link in the forge.
 */
function message(words: string): { text: string } {
  return { text: words.replace(/[\\[\]]/gu, '\\$&').replace(/[{}]/gu, '$&$&') };
}

/** The path as a relative address: every part is encoded, so that neither a colon nor a number sign means anything. */
function relativeUri(file: string): string {
  return file
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
}
