/** Marks the contents link of the section that is being read. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [link.hash.slice(1), link]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

function mark(): void {
  const line = window.innerHeight / 4;
  const read = headings.filter((heading) => heading.getBoundingClientRect().top < line);
  const current = read.at(-1)?.id;
  for (const [id, link] of links)
    if (id === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}

let waiting = false;
addEventListener(
  'scroll',
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  },
  { passive: true },
);
mark();
