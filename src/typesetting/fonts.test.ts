import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { fontFolders } from './drawn.ts'
import { rareFont, rarePieceOf } from './rare-characters.ts'

const packages = join(import.meta.dirname, '../../node_modules')
const listed = readFileSync(new URL('fonts.sha256', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [sum = '', path = ''] = line.split('  ')
    return { sum, path }
  })

/** The licence of each package’s fonts, and the file in which it stands. */
const licences = {
  '@embedpdf/fonts-sc': ['LICENSE', 'SIL OPEN FONT LICENSE'],
  '@expo-google-fonts/noto-naskh-arabic': ['LICENSE_FONT', 'SIL OPEN FONT LICENSE'],
  '@expo-google-fonts/noto-sans-mongolian': ['LICENSE_FONT', 'SIL OPEN FONT LICENSE'],
  '@expo-google-fonts/noto-sans-yi': ['LICENSE_FONT', 'SIL OPEN FONT LICENSE'],
  '@expo-google-fonts/noto-serif-sc': ['LICENSE_FONT', 'SIL OPEN FONT LICENSE'],
  '@expo-google-fonts/noto-serif-tibetan': ['LICENSE_FONT', 'SIL OPEN FONT LICENSE'],
  // The package says MIT; the font itself, 花園明朝, is free for any use (docs/decisions/0010).
  hanamin: ['LICENSE', 'Permission is hereby granted, free of charge'],
} as const satisfies Record<string, readonly [file: string, words: string]>

test('every font with which we print is the file that was looked at, byte for byte', { timeout: 60_000 }, () => {
  const strange = listed.filter(
    ({ sum, path }) =>
      createHash('sha256')
        .update(readFileSync(join(packages, path)))
        .digest('hex') !== sum,
  )
  expect(strange).toEqual([])
})

test('no font is used that is not listed', () => {
  const own = process.env.KAICHENG_FONTS
  const used = fontFolders()
    .filter((folder) => folder !== own)
    .flatMap((folder) => readdirSync(folder).map((name) => relative(packages, join(folder, name))))
    .filter((path) => /\.(?:ttf|otf|ttc|otc)$/i.test(path))
  expect(used.filter((path) => !listed.some((each) => each.path === path))).toEqual([])
  expect(used.length).toBeGreaterThan(9)
})

test('every font has a licence that we may use', () => {
  const named = Object.entries(licences)
  expect(listed.filter(({ path }) => !named.some(([name]) => path.startsWith(`${name}/`)))).toEqual([])
  for (const [name, [file, words]] of named)
    expect(readFileSync(join(packages, name, file), 'utf8').toUpperCase()).toContain(words.toUpperCase())
})

test('the pieces for rare characters are unpacked beside the program; what runs needs no decoder', async () => {
  const piece = rarePieceOf(0x20bb7) ?? ''
  expect((await rareFont(piece)).readUInt32BE(0)).toBe(0x00010000)
  const folder = join(import.meta.dirname, '../../dist/rare-characters')
  const packed = listed.filter(({ path }) => path.endsWith('.woff2'))
  expect(packed.length).toBeGreaterThan(200)
  expect(
    packed.filter(({ path }) => !existsSync(join(folder, `${path.slice('hanamin/'.length, -'woff2'.length)}ttf`))),
  ).toEqual([])
})
