/** What giscus speaks; any other name in its address is an error page. From `availableLanguages` in its lib/i18n.tsx. */
const spoken = new Set(
  (
    'ar be bg ca cs da de en eo es eu fa fr gr hbs he hu id it ja kh ko nl pl pt ro ru th tr vi uk uz ' +
    'zh-CN zh-TW zh-HK'
  ).split(' '),
);

/** Its names for languages and scripts that are called something else everywhere. */
const renamed: Record<string, string> = {
  ...{ el: 'gr', km: 'kh', sr: 'hbs', hr: 'hbs', bs: 'hbs', sh: 'hbs', gsw: 'de' },
  ...{ zh: 'zh-CN', 'zh-Hans': 'zh-CN', 'zh-SG': 'zh-CN', 'zh-Hant': 'zh-TW', 'zh-MO': 'zh-HK' },
};

/** The language of the widget for readers of a BCP 47 tag: its own name for the nearest it speaks, else English. */
export function widgetLanguage(tag: string): string {
  const parts = tag.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('-');
    const known = renamed[name] ?? name;
    if (spoken.has(known)) return known;
  }
  return 'en';
}
