import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

// Electron-vite wants absolute inputs. The targets are those of the oldest shell the app must run in.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      sourcemap: true,
      // Each thread has a copy of what it imports: of zod, which has every language, only what is used.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          cli: at('src/cli/index.ts'),
          'store-writer': at('src/services/store/writer-worker.ts'),
          'store-reader': at('src/app/reader-worker.ts'),
          'store-search': at('src/services/store/search-index/search-worker.ts'),
        },
        // One flat folder: the store finds its workers beside whichever chunk it landed in.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[name]-[hash].js',
          // Each thread holds the text of what it imports: two bytes a character where one is not Latin-1, comments too.
          // Names stay as they are, for the stack traces of a log.
          charset: 'ascii',
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
          // By itself, or threads that parse nothing would have it too.
          codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod/ }] },
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      // A sandboxed preload can load neither ES modules nor packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome130',
      minify: true,
      // The content security policy allows no inline data but images.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('src/renderer/index.html'), output: { charset: 'ascii' } },
    },
  },
})
