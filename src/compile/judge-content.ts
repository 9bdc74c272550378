import { whileSame } from '../source/while-same.ts';
import { openCrew } from './crew.ts';
import {
  judgeOnce,
  type CompileOptions,
  type JudgedContent,
  type JudgeOptions,
  type Known,
} from './judge-once.ts';
import { openRecords, pipelineFingerprint } from './records.ts';
import { openRenderedStore } from './rendered-store.ts';
import { openLooks } from './seen-files.ts';

/**
 * Looks at a content folder, judges it, and hands it to `use` while what it was judged with is still at hand. Mistakes of
 * authors are in `problems`; only a bug or a broken disk throws.
 */
export type Judge = <Result>(
  options: JudgeOptions,
  use: (judged: JudgedContent) => Promise<Result> | Result,
) => Promise<Result>;

/** Judges a content folder once. */
export function judgeContent<Result>(
  options: CompileOptions,
  judgeOptions: JudgeOptions,
  use: (judged: JudgedContent) => Promise<Result> | Result,
): Promise<Result> {
  return openJudge(options)(judgeOptions, use);
}

/**
 * Opens a content folder to judge it again and again. Every look sees the whole folder as it is; what is as it was at the
 * look before is not read, made or compared with anything again. The code is taken to stay as it is meanwhile.
 */
export function openJudge(
  options: CompileOptions,
  fingerprint: string = pipelineFingerprint(options.root),
): Judge {
  const { cacheDir, memory } = options;
  const records = openRecords(memory?.dir ?? cacheDir, fingerprint, memory?.seed);
  const known: Known = {
    records,
    looks: openLooks(options.dir, records),
    store: openRenderedStore(cacheDir),
    addressTable: whileSame(),
    surroundings: whileSame(),
    names: whileSame(),
    sure: whileSame(),
    references: whileSame(),
  };
  return async (judgeOptions, use) => {
    const crew = openCrew(options.root);
    let result;
    try {
      result = await use(await judgeOnce(options, judgeOptions, known, crew));
    } finally {
      await crew.close();
    }
    const { render, changed } = judgeOptions;
    const complete = ['file', 'picture', 'seen'] as const;
    // Writing takes memory as well, and the threads have given theirs back by now.
    records.save(changed !== undefined ? [] : render ? [...complete, 'body'] : complete);
    return result;
  };
}
