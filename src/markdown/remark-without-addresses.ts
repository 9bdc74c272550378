import type {} from 'remark-parse';
import type { Processor } from 'unified';

const constructs = ['wwwAutolink', 'protocolAutolink', 'emailAutolink'];

/**
 * Makes links of bare addresses no part of the GFM that was set up before it. They are looked for at every word, and
 * then once more in all of the tree.
 */
export function remarkWithoutAddresses(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: constructs } });
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extensions) =>
    Array.isArray(extensions) ? extensions.flat().filter((one) => !isOfAddresses(one)) : extensions,
  );
}

function isOfAddresses({ enter }: { enter?: object | null | undefined }): boolean {
  return enter != null && 'literalAutolink' in enter;
}
