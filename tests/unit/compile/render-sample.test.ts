import { expect, it } from 'vitest';
import { renderSample } from '../../../src/compile/render-sample.ts';

it('keeps the ids of two samples on one page apart', () => {
  const source = 'Words.[^a]\n\n[^a]: A note.\n';
  const ids = (name: string) =>
    [...renderSample(source, { name }).matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
  expect(ids('one').length).toBeGreaterThan(0);
  expect(ids('one').filter((id) => ids('two').includes(id))).toEqual([]);
});

it('shows the picture that it is given, whatever the file is called', () => {
  const picture = { src: '/write/a.webp', srcset: '/write/a.webp 960w', width: 960, height: 480 };
  const html = renderSample('![A cup](./any.webp)', { name: 'picture', surroundings: { picture } });
  expect(html).toContain('<img src="/write/a.webp"');
});

it('refuses a sample that a contributor could not hand in', () => {
  expect(() => renderSample('See [[nowhere]].', { name: 'wiki' })).toThrow('The sample "wiki" has a mistake');
});
