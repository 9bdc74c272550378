import { remember, remembered } from './device-memory.ts';

const key = 'acknowledged';

/** A reader's own tick under a post that asks to be confirmed. */
class Acknowledge extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('input');
    const { slug } = this.dataset;
    if (box === null || slug === undefined) return;
    box.checked = remembered(key).includes(slug);
    box.addEventListener('change', () => {
      const others = remembered(key).filter((other) => other !== slug);
      remember(key, box.checked ? [...others, slug] : others);
    });
    this.hidden = false;
  }
}

customElements.define('wc-acknowledge', Acknowledge);
