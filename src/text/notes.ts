import type { Block, Inline, Text } from './text.ts'

/**
 * Notes as Word's footnotes come in and as the editor makes them: raised `[1]` in the text, and a paragraph at the end that begins
 * with `[1]`. Nothing of it is in the tree but words, so that every text that has such a pair has notes.
 */
export interface Notes {
  /** The paragraphs that are notes. */
  readonly numberOf: ReadonlyMap<Block, number>
  /** The run in which each is called first: there a note leads back to. */
  readonly firstCall: ReadonlyMap<number, Inline>
}

/** A part of a run. `to` and `place` are names within the text: where it leads, and what can lead to it. */
export interface Piece {
  readonly words: string
  readonly to?: string
  readonly place?: string
}

const call = /\[(\d{1,3})\]/g
const label = /^\[(\d{1,3})\]/
export const notePlace = (number: number): string => `note-${number}`
const callPlace = (number: number): string => `note-call-${number}`

/** The number with which a line begins as a note does. */
export const noteNumber = (words: string): number | null => {
  const [, digits] = label.exec(words) ?? []
  return digits === undefined ? null : Number(digits)
}

/** The numbers that a raised run calls; the first of a paragraph may be its label. */
export const numbersIn = (inline: Inline): number[] =>
  isRaised(inline) ? [...inline.text.matchAll(call)].map(([, digits]) => Number(digits)) : []

const has = (inline: Inline, mark: string): boolean =>
  inline.type === 'text' && (inline.marks ?? []).some(({ type }) => type === mark)
const isRaised = (inline: Inline): inline is Extract<Inline, { type: 'text' }> =>
  has(inline, 'superscript') && !has(inline, 'link')

/** The notes that are called and stand there: of several under one number the last one counts. */
export function notesIn({ content }: Text): Notes {
  const firstCall = new Map<number, Inline>()
  for (const line of content.flatMap(linesOf))
    for (const [at, inline] of line.entries())
      for (const number of at === 0 && noteNumber(wordsIn(inline)) !== null ? [] : numbersIn(inline))
        if (!firstCall.has(number)) firstCall.set(number, inline)
  const last = new Map<number, Block>()
  for (const block of content) {
    const number = block.type === 'paragraph' ? noteNumber(wordsIn(block.content?.[0])) : null
    if (number !== null && firstCall.has(number)) last.set(number, block)
  }
  return {
    numberOf: new Map([...last].map(([number, block]) => [block, number])),
    firstCall: new Map([...firstCall].filter(([number]) => last.has(number))),
  }
}

/** The words of a run; of what leads elsewhere already, none. */
export const wordsIn = (inline: Inline | undefined): string =>
  inline?.type === 'text' && !has(inline, 'link') ? inline.text : ''

function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content ?? []]
    case 'image':
      return []
    case 'blockquote':
      return block.content.flatMap(linesOf)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(linesOf))
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(linesOf)))
  }
}

/** A run of words cut where it calls notes; the first run of a note has its label, which leads back. */
export function piecesOf(inline: Extract<Inline, { type: 'text' }>, notes: Notes, ownNumber?: number): Piece[] {
  const [own] = ownNumber === undefined ? [] : (label.exec(inline.text) ?? [])
  if (own !== undefined && ownNumber !== undefined)
    return [{ words: own, to: callPlace(ownNumber) }, ...rest(inline.text.slice(own.length))]
  if (!numbersIn(inline).some((number) => notes.firstCall.has(number))) return [{ words: inline.text }]
  const placed = new Set<number>()
  return inline.text.split(/(\[\d{1,3}\])/).flatMap((words): Piece[] => {
    const number = noteNumber(words)
    if (number === null || !notes.firstCall.has(number)) return rest(words)
    const isFirst = notes.firstCall.get(number) === inline && !placed.has(number)
    placed.add(number)
    return [{ words, to: notePlace(number), ...(isFirst ? { place: callPlace(number) } : {}) }]
  })
}

const rest = (words: string): Piece[] => (words === '' ? [] : [{ words }])
