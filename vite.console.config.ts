import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** Scripts and style sheets also packed, which the server sends to whoever takes them so: a fifth of their size. */
const packed: Plugin = {
  name: 'packed',
  writeBundle: ({ dir = '' }, files) => {
    for (const name of Object.keys(files).filter((each) => /\.(js|css)$/.test(each))) {
      const bytes = readFileSync(join(dir, name))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } }))
    }
  },
}

/** Builds the staff console for the browser into dist/console; the server puts a fresh nonce in each page it sends. */
export default defineConfig({
  root: 'src/console',
  base: '/console/',
  publicDir: false,
  plugins: [packed],
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
