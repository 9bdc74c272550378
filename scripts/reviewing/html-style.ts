import { createHash } from 'node:crypto';

/** The look of the report: the colours and the measure of the blog, without its fonts. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(oklch(0.99 0.003 200), oklch(0.2 0.014 220));
  --surface: light-dark(oklch(0.967 0.006 200), oklch(0.245 0.016 220));
  --line: light-dark(oklch(0.88 0.01 200), oklch(0.34 0.018 220));
  --ink: light-dark(oklch(0.24 0.02 220), oklch(0.93 0.008 200));
  --ink-muted: light-dark(oklch(0.45 0.02 220), oklch(0.76 0.014 200));
  --accent: light-dark(oklch(0.44 0.09 165), oklch(0.83 0.11 165));
  --added: light-dark(oklch(0.93 0.06 165), oklch(0.34 0.06 165));
  --removed: light-dark(oklch(0.93 0.05 25), oklch(0.35 0.08 25));
  --danger: light-dark(oklch(0.48 0.17 25), oklch(0.78 0.12 25));
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
header, main, footer { max-inline-size: 52rem; margin-inline: auto; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin-block: 0.5rem 1rem; font-size: 1.75rem; }
h2 { margin-block: 2.5rem 0.75rem; font-size: 1.375rem; }
h3 { margin-block: 0 0.25rem; font-size: 1.125rem; }
p, ul { margin-block: 0.5rem; }
ul { padding-inline-start: 1.25rem; }
li { margin-block: 0.25rem; }
code {
  padding: 0.05em 0.3em;
  border-radius: 0.25rem;
  background: var(--surface);
  font: 0.9em/1.4 ui-monospace, monospace;
}
.alarms {
  margin-block-start: 1.5rem;
  padding: 0.25rem 1.25rem 0.75rem;
  border: 2px solid var(--danger);
  border-radius: 0.25rem;
}
.alarms h2 { margin-block: 0.75rem 0.25rem; color: var(--danger); font-size: 1.125rem; }
article { padding-block: 1.25rem; border-block-start: 1px solid var(--line); }
.where { margin-block: 0; color: var(--ink-muted); }
summary { padding-block: 0.5rem; color: var(--accent); cursor: pointer; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 3px solid; outline-offset: 2px; }
.passage { margin-block: 0.75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); white-space: pre-line; }
.unchanged { color: var(--ink-muted); font-style: italic; }
ins { background: var(--added); text-decoration-thickness: 1px; text-underline-offset: 3px; }
del { background: var(--removed); }
del + ins { margin-inline-start: 0.25em; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem; align-items: start; }
@media (min-width: 90rem) {
  .pictures[data-wide='true'] { inline-size: min(84rem, 100vw - 6rem); margin-inline-start: calc((52rem - min(84rem, 100vw - 6rem)) / 2); }
}
figure { margin: 0; }
figcaption { margin-block-end: 0.25rem; color: var(--ink-muted); }
img { display: block; max-inline-size: 100%; block-size: auto; border: 1px solid var(--line); }
footer { margin-block-start: 3rem; color: var(--ink-muted); font-size: 0.9375rem; }
@media print { details:not([open]) { display: none; } }
`;

/** Names the style in the page's own policy, so that no other is applied. */
export const digestForPolicy = `sha256-${createHash('sha256').update(reportStyle).digest('base64')}`;
