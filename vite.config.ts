import { defineConfig } from 'vitest/config'

/** Packages of a hundred files each, which Node would have to find and read one by one at every start and every command. */
const ofManyFiles = [
  'kysely',
  'zod',
  'fastify-type-provider-zod',
  'hucre',
  'diff',
  'qrcode',
  'pngjs',
  'dijkstrajs',
  'commander',
  'prom-client',
  '@opentelemetry/api',
  '@fastify/swagger',
  'yaml',
  'pg-boss',
  'cron-parser',
  'luxon',
  'file-type',
  'strtok3',
  '@tokenizer/inflate',
  'token-types',
  '@borewit/text-codec',
  'uint8array-extras',
]

/** People are served by the production React, whatever NODE_ENV says; our own code reads the real NODE_ENV through `env`. */
const forUse = {
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: ['react', 'react-dom', ...ofManyFiles] },
}

/** Builds the server and the CLI into dist/kaicheng.js, and beside it what looks into files, what typesets and what reads reports; packages stay outside, except React and those of many files. */
export default defineConfig(({ command }) => ({
  ...(command === 'build' ? forUse : {}),
  build: {
    ssr: true,
    outDir: 'dist',
    // The console stands in dist/console, built by vite.console.config.ts.
    emptyOutDir: false,
    target: 'node24',
    // The portal's style sheets are for browsers, also for older ones.
    cssTarget: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      input: {
        kaicheng: 'src/cli/main.ts',
        'file-inspection': 'src/files/inspect/worker.ts',
        typesetting: 'src/typesetting/typesetting.ts',
        'report-reading': 'src/report/read/reading-process.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        // Read at each start: places are wanted of it, not the text.
        sourcemapExcludeSources: true,
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/global-setup.ts',
    setupFiles: 'tests/begin-file.ts',
    // Vitest empties stylesheets unless told, and a written page carries its own.
    css: true,
    // Vitest leaves a core free by itself, which on two cores leaves one worker.
    maxWorkers: 2,
    // Test files of a worker share what they import: each would read the whole server anew, which takes longer than most tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page comes to show is waited for as long as a busy machine may need.
    expect: { poll: { timeout: 20_000 } },
  },
}))
