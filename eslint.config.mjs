import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { arrowRules, arrowSettings } from './eslint.arrows.mjs';
import { typeProjects } from './scripts/type-projects.mjs';

const typescript = ['**/*.{ts,tsx,mts}'];
const plugins = 'src/plugins/*';

/** Names of the venue's types, wherever a string holds them. */
const venueNames = [':matches(Literal[value=/^api::/], TemplateElement[value.raw=/^api::/])'].map(
  (selector) => ({
    selector,
    message: 'Only the file that reaches the venue names its types: ask it instead.',
  }),
);

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/build/',
    '**/coverage/',
    '**/.{cache,strapi,tmp}/',
    'public/',
    'types/generated/',
  ]),
  {
    // A finding is put right, not switched off where it stands.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // The preset refuses `any`, forgotten promises, and promises where nobody waits for them.
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: typeProjects, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Async without await is how a refusal becomes a rejection, and what Fastify's hooks ask for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allow: ['Error', 'URL', 'URLSearchParams'] },
      ],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: typescript,
    plugins: { boundaries },
    settings: arrowSettings,
    rules: arrowRules,
  },
  {
    // Jest's own matchers, such as expect.any(Date), are of the type any.
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Playwright reads from the pattern what a fixture needs; some need nothing.
    files: ['tests/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: [`${plugins}/**/*.{ts,tsx}`],
    ignores: [
      'src/plugins/front-desk/server/src/venue.ts',
      'src/plugins/onefit-aggregator/server/src/venue/venue.ts',
      `${plugins}/admin/src/content-types.ts`,
    ],
    rules: { 'no-restricted-syntax': ['error', ...venueNames] },
  },
  {
    files: [`${plugins}/admin/**/*.{ts,tsx}`, 'src/admin/**/*.{ts,tsx}'],
    extends: [reactHooks.configs['recommended-latest']],
    rules: {
      // `const { formatMessage } = useIntl()` is how hooks of others give what they have.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
  },
  {
    files: ['sandbox/public/**/*.js'],
    languageOptions: { sourceType: 'module', globals: globals.browser },
  },
);
