import { defineConfig } from 'vitest/config'

/** Builds the server and the CLI into dist/kaicheng.js; packages stay outside the bundle. */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist',
    target: 'node24',
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'kaicheng.js' } },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/global-setup.ts',
    setupFiles: 'tests/set-keys.ts',
    // Vitest empties stylesheets unless told, and a written page carries its own.
    css: true,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
