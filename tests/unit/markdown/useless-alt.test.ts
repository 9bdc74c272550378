import { describe, expect, it } from 'vitest';
import { messagesOf, render } from './blog.ts';

describe('words for pictures', () => {
  it('must say what there is to see', () => {
    expect(messagesOf('![Screenshot](./pump.webp)\n\n![pump.webp](./pump.webp)\n\n![Film](./clip.webm)'))
      .toMatchInlineSnapshot(`
        "1:1 useless-alt: The words "Screenshot" say nothing about what there is to see. Write what it shows, as you would say it on the telephone.
        3:1 useless-alt: The words "pump.webp" are only the name of the file. Write what it shows, as you would say it on the telephone.
        5:1 useless-alt: The words "Film" say nothing about what there is to see. Write what it shows, as you would say it on the telephone."
      `);
  });

  it.each([
    ...['image', 'Picture 3', 'an image', 'IMG_1234', 'DSC00012', 'untitled (2)', 'Bild', '12'],
    ...['pump', 'Pump.webp', 'other-file.PNG'],
  ])('are more than "%s"', (alt) => {
    expect(render(`![${alt}](./pump.webp)`).messages.map(({ rule }) => rule)).toEqual(['useless-alt']);
  });

  it.each(['The pump', 'Diagram of the pump', 'Screenshot: the log-in page', 'A pump in 12 pieces', '漢字'])(
    'are good in "%s"',
    (alt) => {
      expect(messagesOf(`![${alt}](./pump.webp)`)).toBe('');
    },
  );

  it('are judged in a <Figure> and in HTML too', () => {
    expect(messagesOf('<Figure src="./pump.webp" alt="photo" />', 'mdx')).toMatchInlineSnapshot(
      `"1:1 useless-alt: The words "photo" say nothing about what there is to see. Write what it shows, as you would say it on the telephone."`,
    );
    expect(messagesOf('<img src="./pump.webp" alt="photo">')).toMatchInlineSnapshot(
      `"1:1 useless-alt: The words "photo" say nothing about what there is to see. Write what it shows, as you would say it on the telephone."`,
    );
  });
});
