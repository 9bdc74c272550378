/** A place in a file, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

export const fileStart: Position = { line: 1, column: 1 };
