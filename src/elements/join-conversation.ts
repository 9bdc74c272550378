const patience = 3000;
const session = 'giscus';

/**
 * Loads the live thread when the reader asks for it, from a host that hears nothing before. Coming back from signing in
 * (`?giscus=…`) counts as asking; the element takes the value over and it is removed from the address. The host fails silently, so silence for too long
 * becomes a sentence and a link.
 */
class JoinConversation extends HTMLElement {
  connectedCallback(): void {
    const offer = this.querySelector<HTMLElement>('.offer');
    const plain = this.querySelector<HTMLElement>('.plain');
    if (offer === null || plain === null) return;
    offer.hidden = false;
    plain.hidden = true;
    offer.querySelector('button')?.addEventListener('click', () => void this.#join(offer, plain));
    if (new URLSearchParams(location.search).has(session)) void this.#join(offer, plain);
  }

  async #join(offer: HTMLElement, plain: HTMLElement): Promise<void> {
    offer.hidden = true;
    this.#say('Loading the conversation…');
    const { host = '', repository = '', repositoryId = '', category = '', categoryId = '' } = this.dataset;
    const failed = () => {
      this.#say('The comment box did not answer. You can take part here instead:');
      plain.hidden = false;
    };
    const timer = setTimeout(failed, patience);
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.origin !== new URL(host).origin || !isWidgetMessage(event.data)) return;
      clearTimeout(timer);
      plain.hidden = true;
      this.#say('');
    });
    try {
      await import('giscus');
    } catch {
      clearTimeout(timer);
      failed();
      return;
    }
    const widget = document.createElement('giscus-widget');
    const attributes = {
      host,
      repo: repository,
      repoid: repositoryId,
      category,
      categoryid: categoryId,
      mapping: 'specific',
      term: this.dataset['thread'] ?? '',
      strict: '1',
      reactionsenabled: '1',
      emitmetadata: '0',
      inputposition: 'top',
      theme: currentTheme(),
      lang: this.dataset['language'] ?? 'en',
      loading: 'eager',
    };
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    this.append(widget);
    const address = new URL(location.href);
    address.searchParams.delete(session);
    history.replaceState(history.state, '', address);
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = words;
  }
}

function isWidgetMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'giscus' in data;
}

function currentTheme(): string {
  return document.documentElement.dataset['theme'] ?? 'preferred_color_scheme';
}

customElements.define('wc-conversation', JoinConversation);
