import { defineConfig } from 'vitest/config'

/** The pure tests of the clock and outcome rules, with no database: what `npm run mutation` runs for each mutant. */
export default defineConfig({
  test: {
    include: ['clock', 'due', 'history', 'check-answer', 'decision', 'report-cells', 'take', 'lifecycle'].map(
      (rule) => `src/requests/${rule}.test.ts`,
    ),
  },
})
