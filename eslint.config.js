import { fileURLToPath } from 'node:url'
import prettier from 'eslint-config-prettier'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { importZones, NETWORK_FILES, PURE_FILES } from './scripts/layers.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

const UI_PACKAGES = ['vue', 'vue-router', 'pinia', 'naive-ui', 'petite-vue-i18n', 'wavesurfer.js']

export default defineConfig(
  { ignores: ['dist', 'dist-server', '.cache', 'coverage', 'test-results', 'playwright-report'] },
  // A rule is kept or changed here, for everybody, and not switched off in a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.strict,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,mts,vue,js,mjs}'],
    plugins: { 'import-x': importX },
    languageOptions: {
      // For vue-eslint-parser; also where import-x parses a component that a module imports.
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] },
    },
    settings: {
      'import-x/extensions': ['.ts', '.mts', '.vue', '.js', '.mjs'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts', '.mts'],
        'vue-eslint-parser': ['.vue'],
      },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: `${root}tsconfig.app.json`,
          extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.d.ts'],
        }),
      ],
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // TypeScript knows when a switch over a union is complete; this rule does not.
      'vue/return-in-computed-property': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true },
      ],
    },
  },

  {
    name: 'taskscope/import-table',
    files: ['src/**/*.{ts,vue}'],
    // A spec may use what it needs to test its subject; it is in no build.
    ignores: ['src/**/*.spec.ts', 'src/main.ts', 'src/services.ts'],
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: importZones(root) }],
    },
  },
  {
    name: 'taskscope/globs-of-tasks',
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/tasks/index.ts', 'src/sandbox/**', 'src/**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.type="MetaProperty"][callee.property.name="glob"] Literal[value=/tasks\\u002F/]:not([value=/^#/])',
          message: 'Only src/tasks/index.ts and the sandbox join the task folders.',
        },
      ],
    },
  },
  {
    name: 'taskscope/no-user-interface',
    files: PURE_FILES,
    ignores: ['src/**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...UI_PACKAGES, '@vue/*', '@vueuse/*', '@lucide/*', '**/*.vue'],
              message: 'Vue starts at src/stores; what is below runs in plain Node.',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'taskscope/one-way-out',
    files: ['src/**/*.{ts,vue}'],
    ignores: NETWORK_FILES,
    languageOptions: { globals: { window: 'readonly', self: 'readonly' } },
    rules: {
      'no-restricted-globals': [
        'error',
        {
          globals: ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket'].map((name) => ({
            name,
            message: 'Requests leave through src/inference/transport.ts, which main.ts provides.',
          })),
          checkGlobalObject: true,
          globalObjects: ['globalThis', 'self', 'window'],
        },
      ],
    },
  },

  {
    files: ['**/*.vue'],
    rules: {
      // Directives in a template's comments are a way round noInlineConfig.
      'vue/comment-directive': 'off',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': 'error',
      'vue/define-emits-declaration': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      // A composable's handle, passed down whole, is there to be worked with.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      // Takes a union type in a template for a filter of Vue 2.
      'vue/no-deprecated-filter': 'off',
      // An optional prop is undefined when it is left out, and its type says so.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['src/App.vue', 'src/views/**/*.vue', 'src/tasks/*/Page.vue', 'src/components/**/*.vue'],
    rules: { 'vue/multi-word-component-names': 'off' },
  },
  {
    // The one place that shows HTML: Markdown, sanitised.
    files: ['src/components/**/Markdown*.vue'],
    rules: { 'vue/no-v-html': 'off' },
  },
  {
    files: ['scripts/**', 'src/server/**', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/*.spec.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  prettier,
)
