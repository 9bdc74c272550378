/** A piece of work that may be done beside others. */
export interface Piece {
  name: string;
  /** How many lanes it fills. More than there are is all of them. */
  lanes: number;
  /** Pieces that must have ended before it begins, if they are among the work at all. */
  after: readonly string[];
}

export interface Machine {
  cores: number;
  /** Bytes that programs may use. */
  memory: number;
}

// The greediest step holds the types of the whole code twice.
const memoryOfLane = 3.5e9;

/** How many lanes a machine has. A third would find no work that need not wait for something else. */
export function lanesOf({ cores, memory }: Machine): number {
  return Math.max(1, Math.min(2, cores, Math.floor(memory / memoryOfLane)));
}

/**
 * Does pieces of work, each as soon as it need not wait and has the lanes that it fills, the earlier first. Gives the
 * results in the order of the pieces. Begins nothing after `signal`, or after the caller has stopped asking, and then
 * waits for what is under way.
 */
export async function* inLanes<One extends Piece, Result extends object>(
  pieces: readonly One[],
  lanes: number,
  work: (piece: One) => Promise<Result>,
  signal: AbortSignal,
): AsyncGenerator<[piece: One, result: Result]> {
  const waiting = [...pieces];
  const running = new Map<string, Promise<void>>();
  const ended = new Map<string, Result>();
  const unfinished = new Set(pieces.map(({ name }) => name));
  let free = lanes;

  const begin = (piece: One): void => {
    const width = Math.min(piece.lanes, lanes);
    free -= width;
    const settled = work(piece).then((result) => {
      free += width;
      ended.set(piece.name, result);
      unfinished.delete(piece.name);
      running.delete(piece.name);
    });
    running.set(piece.name, settled);
  };
  const beginWhatCan = (): void => {
    for (const piece of [...waiting]) {
      const mayBegin = piece.after.every((name) => !unfinished.has(name));
      if (signal.aborted || !mayBegin || Math.min(piece.lanes, lanes) > free) continue;
      waiting.splice(waiting.indexOf(piece), 1);
      begin(piece);
    }
  };

  try {
    for (const piece of pieces) {
      while (!ended.has(piece.name)) {
        beginWhatCan();
        if (running.size === 0 && signal.aborted) return;
        if (running.size === 0) throw new Error(`"${piece.name}" waits for itself.`);
        await Promise.race(running.values());
      }
      const result = ended.get(piece.name);
      if (result !== undefined) yield [piece, result];
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}
