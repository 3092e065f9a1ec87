import { diffArrays } from 'diff'

/** So much of its words must be the same for a paragraph that was rewritten among others to be known again. */
const alike = 0.4

/**
 * Where the paragraph of an earlier text stands now: as it was, rewritten in its place, or moved elsewhere word for word; null
 * when it is gone. Paragraphs are set against each other as in the merging of two texts.
 */
export function followParagraph(before: readonly string[], after: readonly string[], at: number): number | null {
  const was = before[at]
  if (was === undefined) return null
  let [inBefore, inAfter] = [0, 0]
  let from = { before: 0, after: 0 }
  for (const { added, removed, count } of diffArrays([...before], [...after])) {
    if (added) inAfter += count
    else if (removed) inBefore += count
    else {
      if (at < inBefore) break
      if (at < inBefore + count) return inAfter + at - inBefore
      inBefore += count
      inAfter += count
      from = { before: inBefore, after: inAfter }
    }
  }
  // What stands elsewhere word for word is that paragraph, however much another is alike.
  const moved = was.trim() === '' ? -1 : after.indexOf(was)
  if (moved >= 0) return moved
  const found = likest(was, after.slice(from.after, inAfter))
  if (found !== undefined) return from.after + found
  // As many paragraphs in place of as many were rewritten one by one.
  return inBefore - from.before === inAfter - from.after ? from.after + at - from.before : null
}

/** Which of the paragraphs has the most words in common with it; undefined when none has enough. */
function likest(was: string, paragraphs: readonly string[]): number | undefined {
  const [best] = paragraphs
    .map((text, index) => ({ index, share: shareOf(was, text) }))
    .filter(({ share }) => share >= alike)
    .toSorted((one, other) => other.share - one.share)
  return best?.index
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))

function shareOf(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  return a.size + b.size === 0 ? 0 : (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
}
