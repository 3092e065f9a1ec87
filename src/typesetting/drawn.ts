import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { addCodePointsOf, CodePoints } from './code-points.ts'
import { rarePieceOf } from './rare-characters.ts'

const { resolve } = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(resolve(`${name}/package.json`))

/** Scripts of the nationalities, each in its own hand: Uyghur and Kazakh, Tibetan, Mongolian, Yi. */
const ownScripts = ['noto-naskh-arabic', 'noto-serif-tibetan', 'noto-sans-mongolian', 'noto-sans-yi']

/** Folders with fonts: the bureau's licensed ones in KAICHENG_FONTS, then the free ones that come with the packages. */
export function fontFolders(): string[] {
  const serif = folderOf('@expo-google-fonts/noto-serif-sc')
  const sans = join(dirname(dirname(resolve('@embedpdf/fonts-sc'))), 'fonts')
  const own = process.env.KAICHENG_FONTS
  return [
    ...(own && existsSync(own) ? [own] : []),
    join(serif, '400Regular'),
    join(serif, '700Bold'),
    sans,
    ...ownScripts.map((name) => join(folderOf(`@expo-google-fonts/${name}`), '400Regular')),
  ]
}

const isFont = (name: string) => /\.(ttf|otf|ttc|otc)$/i.test(name)

function readDrawn(): CodePoints {
  const points = new CodePoints()
  for (const folder of fontFolders())
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (isFont(name)) addCodePointsOf(join(folder, name), points)
  return points
}

let drawn: CodePoints | undefined

/** What the fonts of the folders draw; read once. */
export function drawnCodePoints(): CodePoints {
  drawn ??= readDrawn()
  return drawn
}

/** Joiners, variation selectors, direction marks: they draw nothing by themselves. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cc}|\s/u

/** The characters in these texts that no font draws, each once, in order: a letter prints them as codes. */
export function undrawnIn(texts: readonly string[]): string[] {
  const points = drawnCodePoints()
  const missing = [...new Set(texts.join('').toWellFormed())].filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return code >= 0x80 && !invisible.test(character) && !points.has(code) && rarePieceOf(code) === undefined
  })
  return missing
}
