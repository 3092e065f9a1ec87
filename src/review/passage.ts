import { z } from 'zod'

/** Words that somebody wrote, with the signs beside them, by which they are found; see `authorship.ts`. */
export const Passage = z.strictObject({ by: z.string(), before: z.string(), words: z.string(), after: z.string() })
export type Passage = z.infer<typeof Passage>
