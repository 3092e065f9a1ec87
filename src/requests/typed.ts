import { z } from 'zod'
import { textProblem } from '../people/tidy-text.ts'

/** What staff type for a step, up to so many characters. Refuses signs that no page and no letter would show alike. */
export const typed = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `不超过${most}个字`)
    .refine((text) => textProblem(text) === undefined, { error: ({ input }) => textProblem(String(input)) })
