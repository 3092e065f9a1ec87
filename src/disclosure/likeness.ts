/** Texts under another title are compared with those of this many days before. */
export const daysCompared = 30

/** Another organ's or an earlier text of our own, and how alike it is, from 0 to 1. */
export interface Likeness {
  readonly likeOrganId: number
  readonly likeRecordId: string
  readonly titleSimilarity: number
  readonly textSimilarity: number | null
}
