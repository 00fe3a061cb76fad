import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { serverRoutes } from './scripts/vite-server-routes.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ isSsrBuild }) => ({
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
  server: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    copyPublicDir: !isSsrBuild,
    outDir: isSsrBuild ? 'dist-server' : 'dist',
    rolldownOptions: {
      ...(isSsrBuild ? { input: here('./src/server/main.ts') } : {}),
      treeshake: {
        // Neither package declares `sideEffects`; without this any import pulls in all of it.
        moduleSideEffects: [
          { test: /node_modules\/@huggingface\/(inference|tasks|jinja)\//, sideEffects: false },
        ],
      },
    },
  },
}))
