import { authorFile } from '../model/author-file.ts';
import { fitsIntoAddress, newFileUrl, takesContent, type ForgeAddress } from '../model/forge.ts';
import { postFile, type ContentFile } from '../model/post-file.ts';
import { beginningOf, fieldsOf, personNamed } from './post-form-fields.ts';

// It is as large as the rest of the page, and comes when somebody begins to write.
const spelling = () => import('../model/slug-from-title.ts');

/** Makes the file of a post from a few fields, and leads to the form of the forge with all of it filled in. */
class PostForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    form.addEventListener('focusin', () => void spelling().catch(() => undefined), { once: true });
    form.addEventListener('input', () => this.#part('.made').setAttribute('hidden', ''));
    form.addEventListener('change', () => this.#fit(form));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // Not before: a field that comes while somebody presses the button would push it away.
      if (!this.#hasMet(form)) return;
      this.#make(form).catch(() => {
        this.#say('The file could not be made, because a part of this page did not load. Try again.');
      });
    });
    this.querySelector('.copy-file')?.addEventListener('click', () => void this.#copy());
    this.#fit(form);
    this.hidden = false;
  }

  /** Shows the fields that the chosen kind needs, and no others. */
  #fit(form: HTMLFormElement): void {
    const { kind } = fieldsOf(form);
    for (const part of form.querySelectorAll<HTMLElement>('[data-kind]'))
      show(part, part.dataset['kind'] === kind);
  }

  /** Asks somebody who has no file yet for what it needs, and says whether that is there. */
  #hasMet(form: HTMLFormElement): boolean {
    const part = this.#part('.about');
    const isKnown = personNamed(this, fieldsOf(form).author) !== undefined;
    show(part, !isKnown);
    const isAnswered = isKnown || fieldsOf(form).role !== '';
    if (!isAnswered) part.querySelector('input')?.focus();
    return isAnswered;
  }

  async #make(form: HTMLFormElement): Promise<void> {
    const { slugFromTitle, freeSlug } = await spelling();
    const taken = await publishedSlugs();
    const fields = fieldsOf(form);
    const day = localDay(new Date());
    const author = personNamed(this, fields.author);
    const post = {
      ...fields,
      ...beginningOf(form, fields.kind),
      ...(fields.body !== '' && { body: fields.body }),
      day,
      authors: [author ?? slugFromTitle(fields.author, 'your-file-name')],
      to: fields.to.map((name) => personNamed(this, name) ?? slugFromTitle(name, 'their-file-name')),
    };
    const slug = freeSlug(slugFromTitle(fields.title, `${fields.kind}-${day}`), (name) => taken.has(name));
    this.#show(postFile(slug, { ...post, to: fields.kind === 'shout-out' ? post.to : undefined }));
    const newcomer = { slug: post.authors[0] ?? '', name: fields.author, role: fields.role };
    this.#welcome(author === undefined ? newcomer : undefined);
    this.#name(fields.to.filter((name) => personNamed(this, name) === undefined));
  }

  #show(file: ContentFile): void {
    const forge = this.#forge();
    const whole = newFileUrl(forge, file.path, file.text);
    const fits = fitsIntoAddress(whole);
    const isWhole = fits && takesContent(forge);
    this.#part('.path').textContent = `content/${file.path}`;
    this.#part('.text').textContent = file.text;
    this.#part('.empty').toggleAttribute('hidden', isWhole || !fits);
    this.#part('.long').toggleAttribute('hidden', fits);
    this.#part('.go').setAttribute('href', isWhole ? whole : newFileUrl(forge, file.path, ''));
    this.#say('');
    const made = this.#part('.made');
    made.removeAttribute('hidden');
    made.focus();
  }

  /** Somebody who has no file yet is led to one with their name in it. */
  #welcome(newcomer: { slug: string; name: string; role: string } | undefined): void {
    this.#part('.newcomer').toggleAttribute('hidden', newcomer === undefined);
    if (newcomer === undefined) return;
    const { path, text } = authorFile(newcomer.slug, newcomer);
    this.#part('.newcomer a').setAttribute('href', newFileUrl(this.#forge(), path, text));
  }

  /** Names the people whom the post thanks, and whom nobody has added yet. */
  #name(strangers: readonly string[]): void {
    this.#part('.strangers').toggleAttribute('hidden', strangers.length === 0);
    this.#part('.strangers span').textContent = strangers.join(', ');
  }

  async #copy(): Promise<void> {
    const { textContent } = this.#part('.text');
    await navigator.clipboard.writeText(textContent).then(
      () => this.#say('Copied.'),
      () => this.#say('The browser did not let it be copied. Select the text below, and copy it.'),
    );
  }

  #say(words: string): void {
    this.#part('[role="status"]').textContent = words;
  }

  #forge(): ForgeAddress {
    const { kind = '', url = '', repository = '', branch = '' } = this.dataset;
    return { kind: forgeKinds.find((known) => known === kind) ?? 'github', url, repository, branch };
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (part === null) throw new Error(`The form has no part "${selector}".`);
    return part;
  }
}

function show(part: HTMLElement, isNeeded: boolean): void {
  part.hidden = !isNeeded;
  // What nobody sees must not keep the form from being sent.
  for (const input of part.querySelectorAll('input')) input.disabled = !isNeeded;
}

const forgeKinds = ['github', 'gitlab', 'gitea', 'forgejo'] as const;

/** What is published already has its name; what waits for a review is noticed there. */
async function publishedSlugs(): Promise<Set<string>> {
  const slugs: unknown = await fetch('/slugs.json')
    .then((response) => response.json())
    .catch(() => undefined);
  return new Set(typeof slugs === 'object' && slugs !== null ? Object.keys(slugs) : []);
}

function localDay(now: Date): string {
  const part = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

customElements.define('wc-post-form', PostForm);
