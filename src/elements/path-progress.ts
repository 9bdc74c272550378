import { remember, remembered } from './device-memory.ts';

/** A reader's own ticks beside the steps of a learning path. They stay on the device, and the page says so. */
class PathProgress extends HTMLElement {
  connectedCallback(): void {
    const key = `path-${this.dataset['path'] ?? ''}`;
    const summary = this.querySelector<HTMLElement>('.summary');
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    if (summary === null || boxes.length === 0) return;
    const done = remembered(key);
    const show = () => {
      const ticked = boxes.filter(({ checked }) => checked).length;
      summary.textContent = `${String(ticked)} of ${String(boxes.length)} parts done. Your ticks stay on this device.`;
    };
    for (const box of boxes) {
      box.checked = done.includes(box.value);
      box.closest('label')?.removeAttribute('hidden');
      box.addEventListener('change', () => {
        remember(
          key,
          boxes.filter(({ checked }) => checked).map(({ value }) => value),
        );
        show();
      });
    }
    show();
    summary.hidden = false;
  }
}

customElements.define('wc-progress', PathProgress);
