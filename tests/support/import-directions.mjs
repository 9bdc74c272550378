// @ts-check
// Who may import whom inside src/ and scripts/. This is the table of folders in the architecture notes, as lint rules.

const folders = [
  'model',
  'source',
  'markdown',
  'lint',
  'compile',
  'plan',
  'loaders',
  'data',
  'search',
  'build',
  'feeds',
  'integrations',
  'pages',
  'layouts',
  'components',
  'elements',
  'styles',
];

/**
 * @typedef {object} Layer
 * @property {string[]} may the folders that it may import besides itself
 * @property {RegExp} [never] the packages that it never imports
 * @property {string[]} [typesOnly] expressions for the modules of which it may import types only
 */

const astro = /^astro(?:$|[:/])/u;
const content = /^astro:content$/u;
const world = /^(?:astro(?:$|[:/])|node:)/u;

/** @type {Record<string, Layer>} */
const layers = {
  'src/model': { may: [], never: world },
  'src/source': { may: ['model'], never: astro },
  'src/markdown': { may: ['model'], never: world },
  'src/lint': { may: ['model'], typesOnly: ['markdown/'], never: astro },
  'src/compile': { may: ['model', 'source', 'markdown', 'lint'], never: astro },
  'src/plan': { may: ['model', 'source'], never: astro },
  'src/loaders': { may: ['model', 'source', 'markdown', 'compile'] },
  'src/data': { may: ['model', 'compile', 'plan'] },
  'src/search': { may: ['model'], never: astro },
  'src/feeds': { may: ['model', 'data'], never: content },
  'src/build': { may: ['model', 'source', 'compile', 'plan', 'search'], never: content },
  'src/integrations': { may: ['model', 'source', 'markdown', 'compile', 'plan', 'build'] },
  'src/pages': {
    may: ['model', 'data', 'feeds', 'layouts', 'components', 'elements', 'styles'],
  },
  'src/layouts': { may: ['model', 'components', 'elements', 'styles'], never: content },
  'src/components': { may: ['model', 'elements', 'styles'], never: content },
  // The schemas would bring zod to the reader's browser; addresses and files are plain text.
  'src/elements': {
    may: ['search'],
    typesOnly: ['model/(?!(?:permalink|nearest|forge|post-file|author-file|slug-from-title)\\.ts$)'],
    never: world,
  },
  scripts: { may: ['model', 'source', 'markdown', 'lint', 'compile', 'build'], never: astro },
};

/** One block of lint rules for each folder; they cover `.astro` files as well. */
export const importDirections = Object.entries(layers).map(([folder, layer]) => ({
  files: [`${folder}/**/*.{ts,mjs,astro}`],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: patternsOf(folder, layer) }] },
}));

/**
 * @param {string} folder
 * @param {Layer} layer
 */
function patternsOf(folder, { may, never, typesOnly = [] }) {
  const own = folder.replace('src/', '');
  const isTypesOnly = (/** @type {string} */ name) =>
    typesOnly.some((module) => module.startsWith(`${name}/`));
  const banned = folders.filter((name) => name !== own && !may.includes(name) && !isTypesOnly(name));
  const patterns = [
    forbid(
      folder,
      banned.map((name) => `${name}/`),
    ),
  ];
  if (typesOnly.length > 0) {
    patterns.push({ ...forbid(folder, typesOnly), allowTypeImports: true });
  }
  if (never !== undefined) {
    patterns.push({
      regex: never.source,
      message: `${folder}/ does not import this package; see the architecture notes.`,
    });
  }
  return patterns;
}

/**
 * @param {string} folder
 * @param {string[]} modules
 * @returns {{ regex: string, message: string, allowTypeImports?: boolean }}
 */
function forbid(folder, modules) {
  return {
    regex: String.raw`^(?:\.\./)+(?:src/)?(?:${modules.join('|')})`,
    message: `${folder}/ does not import from there; see the table of folders in the architecture notes.`,
  };
}
