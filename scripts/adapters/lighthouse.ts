import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { z } from 'zod';

export type Device = 'desktop' | 'mobile';

/** The four scores, each from 0 to 100. */
export interface Scores {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** The audits that cost points, for the person who has to mend them. */
  findings: string[];
}

const score = z.object({
  score: z.number().nullable(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const resultSchema = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({ performance: score, accessibility: score, 'best-practices': score, seo: score }),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
});

/** A browser that measures pages until it is closed. */
export async function openLighthouse(chromePath: string): Promise<{
  measure: (url: string, device: Device) => Promise<Scores>;
  close: () => void;
}> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    handleSIGINT: false,
    logLevel: 'silent',
  });
  return {
    measure: async (url, device) => {
      const flags = { port: chrome.port, logLevel: 'error' } as const;
      const result = await lighthouse(url, flags, device === 'desktop' ? desktopConfig : undefined);
      return scoresOf(result?.lhr);
    },
    close: () => {
      chrome.kill();
    },
  };
}

function scoresOf(report: unknown): Scores {
  const { categories, audits, runtimeError } = resultSchema.parse(report);
  if (runtimeError !== undefined)
    throw new Error(`Lighthouse could not load the page: ${runtimeError.message}`);
  const percent = ({ score: value }: { score: number | null }): number => Math.round((value ?? 0) * 100);
  const strict = [categories.accessibility, categories['best-practices'], categories.seo];
  const findings = strict
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title ?? ''}`);
  return {
    performance: percent(categories.performance),
    accessibility: percent(categories.accessibility),
    bestPractices: percent(categories['best-practices']),
    seo: percent(categories.seo),
    findings: [...new Set(findings)],
  };
}
