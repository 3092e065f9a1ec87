import { defineConfig } from 'vite'

/** Builds the staff console for the browser into dist/console; the server puts a fresh nonce in each page it sends. */
export default defineConfig({
  root: 'src/console',
  base: '/console/',
  publicDir: false,
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    // Every file of Ant Design says “use client”, which means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
})
