import eslint from '@eslint/js';
import lit from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/testing/**/*.ts', 'test/**/*.ts'];

const lengths = (lines, functionLines) => ({
  'max-lines': ['error', { max: lines }],
  'max-lines-per-function': ['error', { max: functionLines, skipBlankLines: true, skipComments: true }],
});

const forbidden = (...entries) => ({
  'no-restricted-syntax': ['error', ...entries.map(([selector, message]) => ({ selector, message }))],
});

/** Time and chance are arguments, so that fourteen days take a millisecond in a test. */
const NO_CLOCK = [
  ["MemberExpression[object.name=/^(Date|performance)$/][property.name='now']", 'Ask the clock that was passed in.'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Ask the clock that was passed in.'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Ask for the chance that was passed in.'],
];

/** Where time and chance come from. */
const PORTS = [
  'packages/core/src/clock.ts',
  'packages/elements/src/foundation/clock.ts',
  'packages/server/src/{node,chance}.ts',
  'packages/sandbox/src/clock.ts',
];

/** What a strict policy of the host's page forbids, or what a page could be tricked with. */
const NO_INLINE = [
  [
    "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\sstyle=|<style|<script/]",
    'Use a class: a strict policy forbids this.',
  ],
  [
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    'Build the nodes: Trusted Types refuse this.',
  ],
];

/** Escape hatches of the type checker. */
const NO_HATCH = [
  ['TSAsExpression > TSAnyKeyword', 'Say what it is.'],
  ['TSEnumDeclaration', 'Use a union of literals.'],
];

export default typescript.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      'packages/*/cdn/**',
      'packages/desk/bundle/**',
      'storybook-static/**',
      'coverage/**',
      'packages/elements/custom-elements.json',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'performance', 'setTimeout', 'clearTimeout', 'fetch', 'Response', 'Request'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], ...lengths(300, 40) },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'packages/*/tsconfig.json',
          'packages/*/tsconfig.test.json',
          'test/lib/tsconfig.json',
          'tsconfig.outer.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...lengths(300, 40),
      ...forbidden(...NO_HATCH),
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 3 },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // `return this.#refuse(…)` says in one line that this was the end.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What was caught is thrown on as it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
      // Characters are counted as people count them, and as the backend does.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string', { from: 'lib', name: 'Storage' }] }],
      // What changes while one waits, and what a runtime does not have, is condition enough.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      // Views hand out closures, which hold no `this`; Lit binds its listeners itself.
      '@typescript-eslint/unbound-method': 'off',
      // Some operations answer nothing, and types say so.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `void` in front of an assignment or a last call says that nothing is answered.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Control characters are looked for in order to be refused.
      'no-control-regex': 'off',
      // The name of a schema and of its type is the same on purpose.
      'no-redeclare': 'off',
      '@typescript-eslint/no-redeclare': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: TESTS,
    rules: forbidden(...NO_HATCH, ...NO_CLOCK),
  },
  // A port is asynchronous even where one of its sides is not.
  { files: ['packages/server/src/**/*.ts'], rules: { '@typescript-eslint/require-await': 'off' } },
  // What is pulled out of an object there needs no `this`, and may not begin to.
  {
    files: ['packages/{protocol,sandbox}/src/**/*.ts'],
    ignores: TESTS,
    rules: { '@typescript-eslint/unbound-method': 'error' },
  },
  {
    files: ['packages/{elements,desk}/src/**/*.ts', 'stories/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      a11y.configs['flat/recommended'] ?? a11y.configs.recommended,
    ],
    rules: {
      ...forbidden(...NO_HATCH, ...NO_CLOCK, ...NO_INLINE),
      // Safari reads a list without bullets as none unless it is told.
      'lit-a11y/no-redundant-role': 'off',
      // The background of a dialog closes it for the mouse; Escape does for the keys.
      'lit-a11y/click-events-have-key-events': 'off',
      // It breaks down over a template whose address is a binding on a line of its own.
      'lit-a11y/anchor-is-valid': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            'lit/directives/style-map.js',
            'lit/directives/unsafe-html.js',
            'lit/directives/unsafe-svg.js',
            'lit/decorators.js',
          ],
        },
      ],
    },
  },
  { files: PORTS, rules: forbidden(...NO_HATCH, ...NO_INLINE) },
  {
    files: TESTS,
    rules: {
      ...forbidden(...NO_HATCH, ...NO_INLINE),
      // A suite is one function, and says what it says one test after the other.
      'max-lines-per-function': 'off',
      // node:test waits itself for what it starts.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['it', 'describe', 'test', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  // The types of chai's `equal` promise an answer that nobody has to wait for.
  {
    files: ['**/*.browser.test.ts', 'packages/elements/src/foundation/testing/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  { files: ['examples/**', 'bench/**', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.mjs'], rules: { 'max-lines-per-function': 'off' } },
);
