import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { programBeside } from '../apart/program-beside.ts'

/** A piece of 花园明朝 with the code points that it draws. */
interface Piece {
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const styles = 'rare-characters/HanaMin.min.css'

/** Where `bin/unpack-fonts.mjs` has put the font: beside the bundle, or beside that of the sources. */
function folder(): string {
  const found = programBeside(styles, new URL(`../../dist/${styles}`, import.meta.url))
  if (!found)
    throw new Error('the font for rare characters is missing beside the program: node bin/setup.mjs unpacks it')
  return dirname(found)
}
const face = /url\(([\w.-]+\.woff2)\)[^}]*unicode-range:([^;}]+)/g
// What stands at a private code point differs from maker to maker: a wrong name is worse than a code.
const isPrivate = (file: string) => file.includes('Private-Use')

const readPieces = (): Piece[] =>
  [...readFileSync(join(folder(), 'HanaMin.min.css'), 'utf8').matchAll(face)]
    .map(([, file = '', ranges = '']) => ({
      file,
      ranges: ranges.split(',').map((range) => {
        const [first = '', last = first] = range.trim().slice(2).split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
      }),
    }))
    .filter(({ file }) => !isPrivate(file))

let pieces: readonly Piece[] | undefined

/** The piece of 花园明朝 (CJK Extensions A–F and old scripts, 90,000 characters) that draws a character, if any. */
export function rarePieceOf(code: number): string | undefined {
  pieces ??= readPieces()
  return pieces.find(({ ranges }) => ranges.some(([first, last]) => code >= first && code <= last))?.file
}

/** The piece as a TrueType font. */
export const rareFont = (file: string): Promise<Buffer> => readFile(join(folder(), file.replace(/woff2$/, 'ttf')))
