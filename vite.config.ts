import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { chunkNamer } from './scripts/chunks.ts'
import { serverRoutes } from './scripts/vite-server-routes.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Parts of the libraries that the app does without: components by options, the compiler of messages (src/locales has its
 * own reader), hooks for developer tools.
 */
const unused = {
  __VUE_OPTIONS_API__: false,
  __INTLIFY_DROP_MESSAGE_COMPILER__: true,
  __INTLIFY_PROD_DEVTOOLS__: false,
  __VUE_I18N_FULL_INSTALL__: false,
  __VUE_I18N_LEGACY_API__: false,
}

const chunks = {
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ name: chunkNamer(here('.')) }],
  },
}

export default defineConfig(({ command, isSsrBuild }) => ({
  // Relative, so that the same build works from any static host and sub-path.
  base: './',
  plugins: [vue(), serverRoutes()],
  resolve: {
    alias: {
      '@': here('./src'),
      // The documented JSON schemas ship in the package, but not in its exports.
      '#task-schemas': here('./node_modules/@huggingface/tasks/src/tasks'),
    },
  },
  define: command === 'build' ? unused : {},
  server: { host: '127.0.0.1' },
  // A worker may load parts of itself later, as the sandbox does.
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Every browser of this target knows how to preload modules. Scripts are not named beforehand: the lists of all
    // pages weighed 2.5 kB on the first of them.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, names) => names.filter((name) => name.endsWith('.css')),
    },
    copyPublicDir: !isSsrBuild,
    outDir: isSsrBuild ? 'dist-server' : 'dist',
    rolldownOptions: {
      ...(isSsrBuild ? { input: here('./src/server/main.ts') } : { output: chunks }),
      treeshake: {
        // Neither package declares `sideEffects`; without this any import pulls in all of it.
        moduleSideEffects: [
          { test: /node_modules\/@huggingface\/(inference|tasks|jinja)\//, sideEffects: false },
        ],
      },
    },
  },
}))
