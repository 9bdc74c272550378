const key = 'theme';

/** Lets a reader choose light or dark; the choice stays on the device and is applied before paint by /theme.js. */
class ThemeSelect extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (select === null) return;
    const root = document.documentElement;
    select.value = root.dataset['theme'] ?? 'auto';
    select.addEventListener('change', () => {
      if (select.value === 'auto') delete root.dataset['theme'];
      else root.dataset['theme'] = select.value;
      try {
        if (select.value === 'auto') localStorage.removeItem(key);
        else localStorage.setItem(key, select.value);
      } catch {
        // Storage can be switched off; the choice then lasts for this page.
      }
    });
    this.hidden = false;
  }
}

customElements.define('wc-theme', ThemeSelect);
