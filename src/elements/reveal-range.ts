const closed = 'details:not([open]), [role="tabpanel"][hidden]';
const comfort = 64;

/** How far below the top edge of the screen some text begins. Text in something closed stands where that is. */
export function topOf(range: Range): number {
  const cover = closedAround(range).at(-1);
  // A closed tab has no place of its own; the tabs have.
  const place = cover instanceof HTMLDetailsElement ? cover : cover?.parentElement;
  return (place ?? range).getBoundingClientRect().top;
}

/** Opens what hides some text, and brings it into sight, above whatever covers the bottom edge of the screen. */
export function reveal(range: Range, coveredBelow: number): void {
  for (const cover of closedAround(range)) open(cover);
  scrollBoxes(range);
  const { top, bottom } = range.getBoundingClientRect();
  const visible = innerHeight - coveredBelow;
  // There is no motion on this blog: a page jumps as it does for a link.
  if (top < comfort || bottom > visible - comfort) scrollBy(0, (top + bottom - visible) / 2);
}

/** Everything closed around some text, the innermost first. */
function closedAround({ startContainer }: Range): HTMLElement[] {
  const covers: HTMLElement[] = [];
  let cover = startContainer.parentElement?.closest<HTMLElement>(closed);
  while (cover != null) {
    // The summary of details that are closed is in sight.
    if (cover.querySelector(':scope > summary')?.contains(startContainer) !== true) covers.push(cover);
    cover = cover.parentElement?.closest<HTMLElement>(closed);
  }
  return covers;
}

function open(cover: HTMLElement): void {
  if (cover instanceof HTMLDetailsElement) cover.open = true;
  else document.getElementById(cover.getAttribute('aria-labelledby') ?? '')?.click();
}

/** Moves long lines of code and wide tables to the side. */
function scrollBoxes(range: Range): void {
  for (let box = range.startContainer.parentElement; box !== null; box = box.parentElement) {
    if (box.scrollWidth <= box.clientWidth || getComputedStyle(box).overflowX === 'visible') continue;
    const { left, right } = range.getBoundingClientRect();
    const edges = box.getBoundingClientRect();
    if (left < edges.left || right > edges.right) box.scrollLeft += left - edges.left - comfort;
  }
}
