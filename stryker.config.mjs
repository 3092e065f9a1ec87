import { groupTried } from './tests/mutation/groups.ts'

const { id, mutate, least } = groupTried()

/** One group of rules at a time (tests/mutation/groups.ts); `npm run mutation` tries them all. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vite.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutation/words-for-people.mjs'],
  ignorers: ['words-for-people'],
  mutate,
  ignorePatterns: [
    'dist',
    'data',
    'coverage',
    'out',
    'migrations',
    'bench',
    'tests/hostile',
    'tests/crash',
    'tests/journeys',
  ],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `out/mutation-${id}.json` },
  incrementalFile: `out/mutation-${id}-before.json`,
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  tempDirName: `out/mutation-${id}`,
  concurrency: 2,
  // A busy machine is no endless loop; those are found by their turns.
  timeoutMS: 30_000,
  thresholds: { high: 95, low: least, break: least },
  allowEmpty: false,
  warnings: { slow: false },
}
