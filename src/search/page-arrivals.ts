/** Pages that are being written while others wait to read them. */
export interface PageArrivals {
  /** Says that a page is there. */
  arrive: (path: string) => void;
  /** Says that no more will come. */
  end: () => void;
  /** Resolves when the page is there, or will not come any more. */
  wait: (path: string) => Promise<void>;
}

/** `awaited` are the paths of the pages that are not there yet; nobody waits for any other. */
export function pageArrivals(awaited: readonly string[]): PageArrivals {
  const missing = new Set(awaited);
  const waiting = new Map<string, (() => void)[]>();
  const arrive = (path: string) => {
    missing.delete(path);
    for (const goOn of waiting.get(path) ?? []) goOn();
    waiting.delete(path);
  };
  return {
    arrive,
    end: () => {
      for (const path of [...missing]) arrive(path);
    },
    wait: async (path) => {
      if (!missing.has(path)) return;
      await new Promise<void>((resolve) => {
        waiting.set(path, [...(waiting.get(path) ?? []), resolve]);
      });
    },
  };
}
