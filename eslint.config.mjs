import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirections } from './tests/support/import-directions.mjs';

const typed = ['**/*.{ts,mjs}'];

export default defineConfig([
  globalIgnores(['dist/', '.astro/', '.cache/', 'content/', 'public/', 'tests/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a template is as clear as String(number) in it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The compiler's noPropertyAccessFromIndexSignature decides between env['NAME'] and env.NAME.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // "== null" asks for both kinds of nothing at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import from the module that has the thing.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    rules: {
      // These are typed by JSDoc, or are configuration for tools that ship no types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  { files: ['**/*.astro'], extends: [tseslint.configs.strict] },
  ...astro.configs.recommended,
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'astro/no-unused-css-selector': 'off', 'astro/prefer-class-list-directive': 'error' },
  },
  {
    files: ['src/**/*.astro'],
    // These print what the sanitiser has passed, or JSON with its angle brackets escaped.
    ignores: ['src/pages/**', 'src/components/{Remark,SiteFooter,StructuredData}.astro'],
    rules: { 'astro/no-set-html-directive': 'error' },
  },
  ...importDirections,
]);
