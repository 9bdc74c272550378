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
        options: choices.map((choice) => onOneLine(choice, columnsOf(terminal.output))),
        initialValues: initial,
        maxItems: 8,
        required: true,
        filter: (search: string, { value }: { value: string }) =>
          choices.some((choice) => choice.value === value && hasWords(choice, search)),
      };
      const validate = (chosen: string | string[] | undefined) =>
        (chosen?.length ?? 0) > most ? `At most ${most}.` : undefined;
      const chosen = answered(await clack.autocompleteMultiselect<string>({ ...question, validate }));
      // The question itself leaves only their number on the screen.
      const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
      clack.log.message(labels.join(', '), { ...common, spacing: 0 });
      return chosen;
    },
    confirm: async (message, initial = true) =>
      answered(await clack.confirm({ ...common, message, initialValue: initial })),
  };
}

/** A space is pressed by people who expect that it chooses, and is no search for anything. */
function hasWords({ value, label, hint = '' }: Choice, search: string): boolean {
  return [value, label, hint].some((text) => text.toLowerCase().includes(search.trim().toLowerCase()));
}

function columnsOf(output: object): number {
  return 'columns' in output && typeof output.columns === 'number' ? output.columns : 80;
}

/** A choice whose hint is cut where its line would be broken in the middle of the list. */
function onOneLine(choice: Choice, columns: number): Choice {
  const { label, hint = '' } = choice;
  // A bar, a box and two brackets stand there as well.
  const room = columns - label.length - 10;
  if (hint.length <= room) return choice;
  return { ...choice, hint: room < 10 ? '' : `${hint.slice(0, room - 1).trimEnd()}…` };
}

function answered<Answer>(answer: Answer | typeof clack.CANCEL_SYMBOL): Answer {
  if (clack.isCancel(answer)) throw new Interrupted('The questions were left.');
  return answer;
}
