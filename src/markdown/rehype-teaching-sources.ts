import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { isHtmlJsx, literalAttributes, type HtmlJsx } from './jsx.ts';
import { stateOf } from './state.ts';
import { eachNode } from './walk.ts';

/**
 * Gives the components `Figure` and `Video` public addresses instead of file names: a figure also gets `srcset`,
 * `width` and `height`. All values are texts. Fails on a file that cannot be shown.
 */
export function rehypeTeachingSources() {
  return (tree: Root, file: VFile) => {
    eachNode(tree, (node) => {
      if (!isHtmlJsx(node)) return;
      const { src } = literalAttributes(node);
      if (typeof src !== 'string') return;
      if (node.name === 'Figure') setAttributes(node, figure(src, node, file));
      if (node.name === 'Video') setAttributes(node, video(src, node, file));
    });
  };
}

function figure(name: string, node: HtmlJsx, file: VFile): Record<string, string> {
  const picture = stateOf(file).context.picture(name);
  if ('problem' in picture) file.fail(`${picture.problem} ${picture.mend}`, node, 'broken-picture');
  const { src, srcset, width, height } = picture;
  return { src, srcset, width: String(width), height: String(height) };
}

function video(name: string, node: HtmlJsx, file: VFile): Record<string, string> {
  const found = stateOf(file).context.attachment(name);
  if ('problem' in found) file.fail(`${found.problem} ${found.mend}`, node, 'broken-attachment');
  return { src: found.href };
}

function setAttributes(node: HtmlJsx, values: Record<string, string>): void {
  const kept = node.attributes.filter(
    (one) => one.type !== 'mdxJsxAttribute' || (one.name !== 'src' && !Object.hasOwn(values, one.name)),
  );
  const set = Object.entries(values).map(([name, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name,
    value,
  }));
  node.attributes = [...kept, ...set];
}
