import { z } from 'zod'
import { textProblem } from '../people/tidy-text.ts'

/**
 * What staff type for a step, up to so many characters; `ask` is what a missing one is told. Refuses signs that no page and
 * no letter would show alike.
 */
export const typed = (most: number, ask?: string) =>
  z
    .string(ask)
    .trim()
    .max(most, `不超过${most}个字`)
    .refine((text) => textProblem(text) === undefined, { error: ({ input }) => textProblem(String(input)) })
