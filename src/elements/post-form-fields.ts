import type { Kind } from '../model/post.ts';

const kinds = ['article', 'how-to', 'link', 'announcement', 'shout-out', 'question'] as const;

/** What was filled into the form. Fields that the chosen kind does not need are empty. */
export function fieldsOf(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const texts = (name: string) =>
    data
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
  const kind: Kind = kinds.find((known) => known === text('kind')) ?? 'article';
  return {
    kind,
    title: text('title'),
    tags: [...new Set(texts('tag'))],
    group: text('group'),
    author: text('author'),
    role: text('role'),
    link: text('link'),
    expires: text('expires'),
    to: texts('to').flatMap((names) => names.split(',').map((name) => name.trim())),
    body: text('body'),
  };
}

/** What a post of a kind begins with, as the page was given it. */
export function beginningOf(form: HTMLFormElement, kind: Kind): { body: string; reviewBy: string } {
  const { body = '', reviewBy = '' } =
    form.querySelector<HTMLElement>(`option[value="${kind}"]`)?.dataset ?? {};
  return { body, reviewBy };
}

/** The file name of a person, by the name that the form suggests or by the file name itself. */
export function personNamed(element: HTMLElement, name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  for (const { value, dataset } of element.querySelectorAll<HTMLOptionElement>('datalist option'))
    if (value.toLowerCase() === wanted || dataset['slug'] === wanted) return dataset['slug'];
  return undefined;
}
