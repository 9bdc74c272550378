const patience = 3000;
const session = 'giscus';

/**
 * Loads the live thread when the reader asks for it, from a host that hears nothing before. Signing in leaves the page and
 * comes back with a session in the address: it is honoured only for a reader who asked in this tab, and then removed. The
 * host fails silently, so silence for too long becomes a sentence and a link.
 */
class JoinConversation extends HTMLElement {
  connectedCallback(): void {
    const offer = this.querySelector<HTMLElement>('.offer');
    const plain = this.querySelector<HTMLElement>('.plain');
    if (offer === null || plain === null) return;
    offer.hidden = false;
    plain.hidden = true;
    offer.querySelector('button')?.addEventListener('click', () => {
      noteAsked();
      void this.#join(offer, plain);
    });
    if (!new URLSearchParams(location.search).has(session)) return;
    if (wasAsked()) void this.#join(offer, plain);
    // A session that this reader never asked for came with somebody else's link.
    else removeSession();
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
    removeSession();
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = words;
  }
}

function removeSession(): void {
  const address = new URL(location.href);
  address.searchParams.delete(session);
  history.replaceState(history.state, '', address);
}

function noteAsked(): void {
  try {
    sessionStorage.setItem(session, 'asked');
  } catch {
    // Without storage a reader clicks once more after signing in.
  }
}

function wasAsked(): boolean {
  try {
    return sessionStorage.getItem(session) === 'asked';
  } catch {
    return false;
  }
}

function isWidgetMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'giscus' in data;
}

function currentTheme(): string {
  return document.documentElement.dataset['theme'] ?? 'preferred_color_scheme';
}

customElements.define('wc-conversation', JoinConversation);
