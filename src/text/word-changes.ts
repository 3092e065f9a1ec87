import { diffArrays, diffWords } from 'diff'

/** A run of words that stayed, came or went. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A paragraph that came, went or was rewritten; `paragraph` is its place in the newer text, counted from nought. */
export interface ParagraphChange {
  readonly paragraph: number
  readonly words: readonly WordChange[]
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of two texts set against each other, by Chinese words. */
export function wordChanges(before: string, after: string): WordChange[] {
  return diffWords(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** Paragraphs in which two texts differ; a removed one and an added one in the same spot are one rewriting. */
export function paragraphChanges(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let at = 0
  let gone: string[] = []
  const flush = () => {
    for (const text of gone) changes.push({ paragraph: at, words: [{ kind: 'removed', text }] })
    gone = []
  }
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) {
      gone = [...value]
      continue
    }
    if (added)
      for (const text of value) {
        const was = gone.shift()
        changes.push({ paragraph: at, words: was === undefined ? [{ kind: 'added', text }] : wordChanges(was, text) })
        at += 1
      }
    flush()
    if (!added) at += value.length
  }
  flush()
  return changes
}
