import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { homePermalink } from '../model/permalink.ts';

export const GET: APIRoute = () => {
  const { site } = catalogue();
  return Response.json(
    {
      name: site.name,
      short_name: site.name.split(' ').at(-1),
      description: site.purpose,
      start_url: homePermalink,
      display: 'browser',
      background_color: '#fafdfd',
      theme_color: '#fafdfd',
      icons: [192, 512].map((size) => ({
        src: `/icons/icon-${String(size)}.png`,
        sizes: `${String(size)}x${String(size)}`,
        type: 'image/png',
      })),
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
};
