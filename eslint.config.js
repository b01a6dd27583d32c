import tseslint from 'typescript-eslint';

/** What programs for Node may use without importing it. */
const nodeGlobals = Object.fromEntries(
  ['console', 'process', 'performance', 'setInterval', 'clearInterval'].map((name) => [name, 'readonly']),
);

/** What the search and its marks use. */
const SEARCH_GLOBALS = [
  ...[
    'URLSearchParams',
    'FormData',
    'setTimeout',
    'clearTimeout',
    'CSS',
    'CSSStyleSheet',
    'Highlight',
    'Range',
    'NodeFilter',
    'Text',
  ],
  ...['HTMLElement', 'HTMLFormElement', 'HTMLInputElement', 'HTMLSelectElement', 'Option'],
];

/** What the scripts beside a text use. */
const READER_GLOBALS = [
  'addEventListener',
  'getComputedStyle',
  'requestAnimationFrame',
  'scrollY',
  'Element',
  'IntersectionObserver',
  'ResizeObserver',
];

/** What the pages of a preview use. */
const PREVIEW_GLOBALS = ['CustomEvent', 'DOMParser'];

/** What scripts for browsers may use. */
const browserGlobals = Object.fromEntries(
  [
    'document',
    'EventSource',
    'window',
    'location',
    'history',
    'localStorage',
    'navigator',
    'matchMedia',
    'fetch',
    'URL',
    ...SEARCH_GLOBALS,
    ...READER_GLOBALS,
    ...PREVIEW_GLOBALS,
  ].map((name) => [name, 'readonly']),
);

const scriptRules = {
  eqeqeq: 'error',
  'no-undef': 'error',
  'no-unused-vars': 'error',
  'no-var': 'error',
  'no-unreachable': 'error',
  'prefer-const': 'error',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['src/**/*.ts', 'test/**/*.ts'] })),
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Leaving a property out of an object names it and the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-readonly-parameter-types': 'off',
    },
  },
  {
    // Only the command line speaks to the terminal.
    files: ['src/**/*.ts'],
    ignores: ['src/cli.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // Scripts of the published pages: comfort for readers, and no page needs them.
    files: ['templates/assets/**/*.js', 'templates/serve/*.js'],
    languageOptions: { sourceType: 'script', globals: browserGlobals },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: scriptRules,
  },
  {
    // Scripts that Node runs as they are: what compiles the stylesheets, the benchmark, the summary of a run.
    files: ['*.js', '.ci/*.js', 'templates/*.js', 'test/**/*.js'],
    languageOptions: { globals: nodeGlobals },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: scriptRules,
  },
);
