/** Turns labelled alternatives that stand under each other into tabs: arrow keys, Home and End move between them. */
class Tabs extends HTMLElement {
  connectedCallback(): void {
    const panels = [...this.querySelectorAll<HTMLElement>(':scope > .tab')];
    if (panels.length < 2 || this.querySelector('[role="tablist"]') !== null) return;
    const list = document.createElement('div');
    list.setAttribute('role', 'tablist');
    const prefix = `tabs-${String([...document.querySelectorAll('wc-tabs')].indexOf(this))}`;
    const tabs = panels.map((panel, index) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.id = `${prefix}-tab-${String(index)}`;
      tab.setAttribute('role', 'tab');
      tab.textContent = panel.dataset['label'] ?? '';
      panel.id = `${prefix}-panel-${String(index)}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      tab.setAttribute('aria-controls', panel.id);
      panel.querySelector(':scope > .tab-title')?.remove();
      tab.addEventListener('click', () => {
        select(index);
      });
      return tab;
    });
    const select = (chosen: number, move = false) => {
      for (const [index, tab] of tabs.entries()) {
        const selected = index === chosen;
        tab.setAttribute('aria-selected', String(selected));
        tab.tabIndex = selected ? 0 : -1;
        const panel = panels[index];
        if (panel !== undefined) panel.hidden = !selected;
      }
      if (move) tabs[chosen]?.focus();
    };
    list.addEventListener('keydown', (event) => {
      const current = tabs.findIndex((tab) => tab.tabIndex === 0);
      const targets: Record<string, number> = {
        ArrowRight: (current + 1) % tabs.length,
        ArrowLeft: (current + tabs.length - 1) % tabs.length,
        Home: 0,
        End: tabs.length - 1,
      };
      const target = targets[event.key];
      if (target === undefined) return;
      event.preventDefault();
      select(target, true);
    });
    list.append(...tabs);
    this.prepend(list);
    select(0);
  }
}

customElements.define('wc-tabs', Tabs);
