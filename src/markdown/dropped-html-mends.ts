const link =
  'Write a link instead: [What it shows](https://…). Alone in its paragraph, a link to a film becomes a player.';
const words = 'Take the tags away and keep the words; write **bold**, *italic* and `code` for emphasis.';
const noCode = 'Take it away: a post cannot run code or load anything.';
const noForm = 'Take it away: a post cannot ask for input. Link to the page that has the form.';
const noLook = 'Take it away: the design of the blog decides how a text looks.';

const ofElements = new Map<string, string>([
  ...mended(link, ['iframe', 'embed', 'object', 'applet', 'frame', 'frameset']),
  ...mended(words, ['font', 'center', 'big', 'tt', 'blink', 'marquee', 'nobr', 'basefont']),
  ...mended(noCode, ['script', 'noscript', 'template', 'slot', 'link', 'meta', 'base']),
  ...mended(noForm, ['form', 'input', 'button', 'select', 'option', 'textarea', 'fieldset', 'label']),
  ...mended(noLook, ['style']),
  ...mended('Save the drawing as a WebP or PNG file next to the post: ![What it shows](./drawing.webp).', [
    ...['svg', 'canvas'],
  ]),
  ...mended('Write the formula between backticks, or as a picture with its words.', ['math']),
  ...mended('Write ![What it shows](./picture.webp): the other sizes are made by themselves.', ['picture']),
  ...mended('Write ~~the words~~.', ['strike']),
  ...mended('Write <abbr> instead.', ['acronym']),
]);

function mended(mend: string, names: readonly string[]): [string, string][] {
  return names.map((name) => [name, mend]);
}

/** What to write instead of an element that posts cannot have. */
export function mendOfElement(name: string): string {
  return ofElements.get(name) ?? 'Take the tags away; what stands between them can stay.';
}

const looks =
  /^(?:style|class|align|valign|width|height|color|bgcolor|background|border|face|size|cell.*|poster)$/u;

/** What to do about an attribute that posts cannot have. */
export function mendOfAttribute(name: string): string {
  if (name.startsWith('on')) return 'Take it away: a post cannot run code.';
  if (name === 'autoplay') return 'Take it away: films and sounds start when the reader wants them to.';
  return looks.test(name) ? noLook : 'Take it away.';
}
