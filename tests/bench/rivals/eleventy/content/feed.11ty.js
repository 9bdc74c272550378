import { escaped } from '../theme/frame.js';

const site = 'https://bench.example';
const latest = 30;

export const data = { permalink: '/index.xml' };

export const render = ({ collections }) => {
  const items = collections.newest
    .slice(0, latest)
    .map(
      ({ url, date, data }) =>
        `<item><title>${escaped(data.title)}</title><link>${site}${url}</link><guid>${site}${url}</guid><pubDate>${date.toUTCString()}</pubDate><description>${escaped(data.excerpt ?? '')}</description></item>`,
    );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Bench Watercooler</title><link>${site}/</link><description>The latest posts.</description>${items.join('\n')}</channel></rss>
`;
};
