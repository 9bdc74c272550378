import { page, rows } from '../theme/frame.js';

export const data = { permalink: '/index.html' };

export const render = ({ collections, names }) =>
  page('The Bench Watercooler', `<h1>The Bench Watercooler</h1>${rows(collections.newest.slice(0, 20), names)}`);
