import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import decompress from 'woff2-encoder/decompress'

/** A piece of 花园明朝 with the code points that it draws. */
interface Piece {
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const folder = dirname(createRequire(import.meta.url).resolve('hanamin/package.json'))
const face = /url\(([\w.-]+\.woff2)\)[^}]*unicode-range:([^;}]+)/g
// What stands at a private code point differs from maker to maker: a wrong name is worse than a code.
const isPrivate = (file: string) => file.includes('Private-Use')

const readPieces = (): Piece[] =>
  [...readFileSync(join(folder, 'HanaMin.min.css'), 'utf8').matchAll(face)]
    .map(([, file = '', ranges = '']) => ({
      file,
      ranges: ranges.split(',').map((range) => {
        const [first = '', last = first] = range.trim().slice(2).split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
      }),
    }))
    .filter(({ file }) => !isPrivate(file))

let pieces: readonly Piece[] | undefined
const unpacked = new Map<string, Promise<Buffer>>()

/** The piece of 花园明朝 (CJK Extensions A–F and old scripts, 90,000 characters) that draws a character, if any. */
export function rarePieceOf(code: number): string | undefined {
  pieces ??= readPieces()
  return pieces.find(({ ranges }) => ranges.some(([first, last]) => code >= first && code <= last))?.file
}

/** The piece as a TrueType font. Unpacking takes about 20 ms and is done once. */
export function rareFont(file: string): Promise<Buffer> {
  const font = unpacked.get(file) ?? decompress(readFileSync(join(folder, file))).then((bytes) => Buffer.from(bytes))
  unpacked.set(file, font)
  return font
}
