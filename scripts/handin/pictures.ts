const fence = /^ {0,3}(`{3,}|~{3,})/u;
const inMarkdown =
  /!\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){0,500})\]\(\s*<?(https?:\/\/[^\s<>()]{1,2000})>?(?:\s+"[^"]{0,500}")?\s*\)/gu;
const inHtml = /<img\b[^<>]{0,2000}>/giu;

/**
 * The text with its pictures on other sites as links. The forge keeps what is dropped into an issue, and a blog shows only
 * pictures of its own: somebody puts them beside the post. Code stays as it is.
 */
export function withoutPictures(text: string): { text: string; pictures: number } {
  let pictures = 0;
  const link = (alt: string, address: string) => {
    pictures += 1;
    const words = alt.replace(/[[\]\\`<>]/gu, '').trim();
    return `[Picture ${pictures}${/^(?:image|picture)?$/iu.test(words) ? '' : `: ${words}`}](<${address}>)`;
  };
  let open = '';
  const lines = text.split('\n').map((line) => {
    const [, marks] = fence.exec(line) ?? [];
    if (marks !== undefined && open === '') open = marks;
    else if (marks?.startsWith(open) === true && line.trim() === marks) open = '';
    if (open !== '' || marks !== undefined) return line;
    return line
      .replace(inMarkdown, (_whole, alt: string, address: string) => link(alt, address))
      .replace(inHtml, (whole) => {
        const address = attribute(whole, 'src');
        return /^https?:\/\/[^\s<>]+$/u.test(address) ? link(attribute(whole, 'alt'), address) : whole;
      });
  });
  return { text: lines.join('\n'), pictures };
}

function attribute(tag: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag) ?? [];
  return double ?? single ?? '';
}
