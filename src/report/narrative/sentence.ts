import type { Known } from './known.ts'

/**
 * A sentence that the generator may write. `ground` is the record, figure or state that it rests on: without it the sentence
 * is not written. Every one that exists stands in a list, and a test takes the ground away from each.
 */
export interface Sentence {
  readonly id: string
  readonly ground: (known: Known) => boolean
  readonly text: (known: Known) => string
}

/** What is said, in order. */
export const write = (known: Known, sentences: readonly Sentence[]): string[] =>
  sentences.filter(({ ground }) => ground(known)).map(({ text }) => text(known))
