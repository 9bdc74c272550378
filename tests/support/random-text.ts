const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'ABCXYZ0123456789',
  'äöüßéøåłñçţğİıÆœ',
  'абвгдежзиклмнопрстЁЇў',
  'αβγδεζηθικλμνξάέ',
  'אבגדהוזחטיכל',
  'ابتثجحخدذرزس',
  'कखगघचछजझिी्',
  'กขคงจฉชซาีเ',
  '写一篇好文章学习',
  'ひらがなカタカナ',
  '좋은글을쓰는방법',
  'ქართულიՀայերենአማርኛ',
  '𞤆𞤵𞤤ⵜⴰⵎ𝕳𝖊𝖑',
  '🎉👩‍🔧🏴󠁧󠁢󠁥󠁮󠁧󠁿½№™€',
  ' \t-–—_.,;:!?\'"`´’“”()[]{}<>/\\|@#$%^&*+=~',
  '\r\n\n---\n\u0000\u0007\u001b\u0085\u00a0\u200d\u202e\u2066\u2028\ufeff\ud800',
];

/** What YAML, Markdown, addresses or shells could take for more than words. */
const treacherous = [
  '\n---\ndraft: false\n---\n',
  '"\ngroup: managers',
  "': !!js/function >",
  '&a *a <<: *a',
  '[[a|b]] ${IFS} `id` $(id)',
  '../../../.github/workflows/x.yml',
  '::set-output name=a::b',
  '%0A%0D%2e%2e%2f',
  'null',
  'true',
  '2026-03-12',
  '1e3',
  '~',
  '- a',
  '? a',
  '# a',
  'a: b',
  'a #b',
  '<!-- -->',
  '{{ a }}',
];

/** Some text in many scripts, with everything in it that could break out of its place. `random` gives numbers below 1. */
export function randomText(random: () => number, longest = 40): string {
  const pick = <Item>(items: ArrayLike<Item>): Item | undefined => items[Math.floor(random() * items.length)];
  const parts = Array.from({ length: Math.ceil(random() * 5) }, () => {
    if (random() < 0.2) return pick(treacherous) ?? '';
    const signs = Array.from(pick(alphabets) ?? '');
    return Array.from({ length: Math.ceil(random() * 8) }, () => pick(signs) ?? '').join('');
  });
  return parts.join(pick(['', ' ', ' ', ': ', '\n']) ?? '').slice(0, longest);
}
