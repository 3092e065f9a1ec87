import { defineConfig } from 'vitest/config'

/** The pure tests of the clock and outcome rules, with no database: what `npm run mutation` runs for each mutant. */
export default defineConfig({
  test: {
    include: [
      ...['clock', 'clock-strip', 'due', 'history', 'check-answer', 'decision', 'report-cells', 'take', 'take-answer'],
      ...['lifecycle', 'next-step'],
    ].map((rule) => `src/requests/${rule}.test.ts`),
  },
})
