import type { Occurrence } from './find-labels.ts'
import type { Piece } from './pieces.ts'

export type FeeUnit = 'yuan' | 'wan' | 'unclear'

/** So many pieces above the row words of a header may give the unit without being called one. */
const nearest = 6

/** What words say of the unit; undefined where they say nothing. Other words before 元 may be 万 misprinted. */
function unitIn(words: string): FeeUnit | undefined {
  if (!words.includes('元')) return undefined
  if (/(?:^|单位|[费额]|人民币)元/.test(words)) return 'yuan'
  return words.includes('万元') ? 'wan' : 'unclear'
}

/**
 * The unit of the fees in a row: that of the nearest header or caption above it, from the piece `from` on, and of its own
 * words, which must not contradict it. 万元 where nothing gives one.
 */
export function unitOfFee(pieces: readonly Piece[], { first, last }: Occurrence, from: number): FeeUnit {
  const own = pieces.slice(first, last + 1).map(({ bare }) => bare)
  for (let index = last + 1; pieces[index]?.kind === 'text' && pieces[index]?.line === pieces[last]?.line; index += 1)
    own.push(pieces[index]?.bare ?? '')
  const byRow = unitIn(own.join(''))
  const above = unitAbove(pieces, first, from)
  return byRow !== undefined && above !== undefined && byRow !== above ? 'unclear' : (byRow ?? above ?? 'wan')
}

function unitAbove(pieces: readonly Piece[], row: number, from: number): FeeUnit | undefined {
  for (let index = row - 1; index >= Math.max(0, from); index -= 1) {
    const words = pieces[index]?.bare ?? ''
    const mayGive = words.startsWith('单位') || (row - index <= nearest && /收费|金额|数额/.test(words))
    const unit = mayGive ? unitIn(words) : undefined
    if (unit !== undefined) return unit
  }
  return undefined
}
