// Three seconds at most, with time to say so on a slow machine.
const patience = 2500;
/** What the session is called in the address, and what is kept on the device. */
const session = 'giscus';

// It comes when it is wanted: what stands here is loaded with every post.
const live = () => import('./live-conversation.ts');

/**
 * Loads the live conversation when the reader asks for it, from a host that hears nothing before, or without a click on a
 * device where the reader chose that. The host fails silently, so silence for too long becomes a sentence and a link.
 */
class JoinConversation extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#join());
    this.#show({ offer: true, plain: false });
    const cause = causeToLoad();
    if (cause === 'session') this.#join();
    if (cause === 'memory') void live().then(({ whenWanted }) => whenWanted(this, () => this.#join()));
  }

  #join(): void {
    noteAsked();
    const fail = () => {
      this.#show(
        { plain: true, widget: false },
        'The comment box did not answer. You can take part here instead, or try again.',
      );
    };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(fail, patience);
    this.#show({ plain: false }, 'Loading the conversation…');
    live().then(({ openWidget }) => {
      openWidget(this, (trouble) => {
        clearTimeout(this.#timer);
        this.#show({ offer: false, plain: trouble !== '', widget: true }, trouble);
      });
    }, fail);
  }

  #show(parts: Record<string, boolean>, words = ''): void {
    const part = (name: string) => this.querySelector(`.${name}`);
    for (const [name, isShown] of Object.entries(parts)) part(name)?.toggleAttribute('hidden', !isShown);
    part('said')?.replaceChildren(words);
  }
}

/**
 * Why the conversation is loaded without a click. Signing in leaves the page and comes back with a session in the address,
 * which is taken out at once and kept where the widget looks for it. One that nobody in this tab asked for came with the
 * link of somebody else.
 */
function causeToLoad(): 'session' | 'memory' | undefined {
  const address = new URL(location.href);
  const value = address.searchParams.get(session);
  address.searchParams.delete(session);
  if (value !== null) history.replaceState(history.state, '', address);
  try {
    if (value !== null && sessionStorage.getItem(session) !== null) {
      localStorage.setItem(`${session}-session`, JSON.stringify(value));
      return 'session';
    }
    return localStorage.getItem(session) === null ? undefined : 'memory';
  } catch {
    return undefined;
  }
}

function noteAsked(): void {
  try {
    sessionStorage.setItem(session, 'asked');
  } catch {
    // Without storage, nobody can sign in either.
  }
}

customElements.define('wc-conversation', JoinConversation);
