const pause = 300;

/** A status that is read aloud. While somebody types it waits for a pause, so that not every letter is commented on. */
export class Spoken {
  readonly #status: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(status: HTMLElement) {
    this.#status = status;
  }

  say(words: string, when: 'now' | 'in a pause' = 'now'): void {
    clearTimeout(this.#timer);
    if (when === 'now') this.#status.textContent = words;
    else
      this.#timer = setTimeout(() => {
        this.#status.textContent = words;
      }, pause);
  }
}
