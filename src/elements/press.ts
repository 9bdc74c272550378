/** Tells while a link is pressed in an element. What moves or goes under the pointer then loses the click. */
export class Press {
  #released: Promise<void> | undefined;

  constructor(element: HTMLElement) {
    element.addEventListener('pointerdown', ({ button }) => {
      if (button === 0) this.#released = released();
    });
  }

  /** Resolves at once when nothing is pressed, else once the click is done. */
  async over(): Promise<void> {
    // Another press may begin while one is waited for.
    for (let pressed = this.#released; pressed !== undefined; pressed = this.#released) {
      await pressed;
      if (pressed === this.#released) this.#released = undefined;
    }
  }
}

/** Where a menu opens or the window is left, no release may be heard of. */
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'blur'];

async function released(): Promise<void> {
  await new Promise((resolve) => {
    const stop = new AbortController();
    for (const end of ends)
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
