/** Tells while a pointer is pressed on an element. What moves or goes under it then loses the click. */
export class Press {
  #released: Promise<void> | undefined;

  constructor(element: HTMLElement) {
    element.addEventListener('pointerdown', () => {
      this.#released = released();
    });
  }

  /** Resolves at once when nothing is pressed, else once the click is done. */
  async over(): Promise<void> {
    await this.#released;
    this.#released = undefined;
  }
}

async function released(): Promise<void> {
  await new Promise((resolve) => {
    const stop = new AbortController();
    for (const end of ['pointerup', 'pointercancel'])
      addEventListener(
        end,
        () => {
          stop.abort();
          // The click comes right behind it.
          setTimeout(resolve);
        },
        { signal: stop.signal },
      );
  });
}
