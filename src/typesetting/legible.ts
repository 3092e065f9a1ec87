import type { CodePoints } from './code-points.ts'
import { rarePieceOf } from './rare-characters.ts'

// Written with escapes: control characters and broken surrogates, which no font draws and PDF readers stumble over.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g
/** Joiners, variation selectors, direction marks: they draw nothing by themselves, but shape Arabic and Mongolian letters. */
const invisible =
  /(?<![\p{Script=Arabic}\p{Script=Mongolian}])(?:\u200c|\u200d|[\u180b-\u180f])|(?!\u200c|\u200d|[\u180b-\u180f])\p{Default_Ignorable_Code_Point}/gu
const shaping = /^(?:\u200c|\u200d|[\u180b-\u180f])$/u
const codes = (run: string) => [...run].map((each) => `U+${each.codePointAt(0)?.toString(16).toUpperCase()}`).join(' ')

export interface Legible {
  /** The data as JSON, in which a run of characters that no font draws reads 〔U+1F600〕. */
  readonly json: string
  /** The pieces of the font for rare characters that it needs, sorted. */
  readonly pieces: readonly string[]
}

/** Makes every text in `data` printable with the fonts at hand, so that no name can make a document fail. */
export function legible(data: unknown, drawn: CodePoints): Legible {
  const pieces = new Set<string>()
  const isDrawn = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80 || drawn.has(code) || shaping.test(character)) return true
    const piece = rarePieceOf(code)
    if (piece) pieces.add(piece)
    return piece !== undefined
  }
  const print = (text: string): string => {
    let printed = ''
    let missing = ''
    for (const character of text.toWellFormed().replace(unprintable, '').replace(invisible, '')) {
      const fits = isDrawn(character)
      if (fits && missing) printed += `〔${codes(missing)}〕`
      missing = fits ? '' : missing + character
      if (fits) printed += character
    }
    return missing ? `${printed}〔${codes(missing)}〕` : printed
  }
  const json = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? print(value) : value))
  return { json, pieces: [...pieces].sort() }
}
