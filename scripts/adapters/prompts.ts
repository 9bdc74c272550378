import * as clack from '@clack/prompts';
import type { World } from '../world.ts';

/** One of several answers. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** Questions to the person at the terminal. Each rejects with `Interrupted` when they leave. */
export interface Prompts {
  begin: (words: string) => void;
  say: (words: string) => void;
  warn: (words: string) => void;
  text: (question: {
    message: string;
    initial?: string;
    placeholder?: string;
    /** What is wrong with an answer, as a sentence. */
    judge?: (answer: string) => string | undefined;
  }) => Promise<string>;
  choose: (question: { message: string; choices: Choice[]; initial?: string }) => Promise<string>;
  /** Several of many, which can be searched by typing. */
  chooseSeveral: (question: {
    message: string;
    choices: Choice[];
    initial?: string[];
    most: number;
  }) => Promise<string[]>;
  confirm: (message: string, initial?: boolean) => Promise<boolean>;
}

/** The person left in the middle of the questions. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Undefined when nobody is there to answer. */
export function openPrompts({ terminal, signal }: Pick<World, 'terminal' | 'signal'>): Prompts | undefined {
  if (terminal === undefined) return undefined;
  const common = { ...terminal, signal };
  return {
    begin: (words) => clack.intro(words, common),
    say: (words) => clack.log.message(words, common),
    warn: (words) => clack.log.warn(words, common),
    text: async ({ message, initial = '', placeholder = '', judge }) => {
      const judged = (answer = '') => judge?.(answer.trim());
      const question = {
        ...common,
        message,
        initialValue: initial,
        defaultValue: '',
        placeholder,
        validate: judged,
      };
      return answered(await clack.text(question)).trim();
    },
    choose: async ({ message, choices, initial = '' }) =>
      answered(await clack.select({ ...common, message, options: choices, initialValue: initial })),
    chooseSeveral: async ({ message, choices, initial = [], most }) => {
      const question = {
        ...common,
        message,
        options: choices,
        initialValues: initial,
        maxItems: 8,
        required: true,
      };
      const validate = (chosen: string | string[] | undefined) =>
        (chosen?.length ?? 0) > most ? `At most ${most}.` : undefined;
      return answered(await clack.autocompleteMultiselect<string>({ ...question, validate }));
    },
    confirm: async (message, initial = true) =>
      answered(await clack.confirm({ ...common, message, initialValue: initial })),
  };
}

function answered<Answer>(answer: Answer | typeof clack.CANCEL_SYMBOL): Answer {
  if (clack.isCancel(answer)) throw new Interrupted('The questions were left.');
  return answer;
}
