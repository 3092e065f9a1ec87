import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

const { resolve } = createRequire(import.meta.url)

/** Our own fonts, in whose hand the words of fonts stand that a file names and does not bring. */
const ownFonts = {
  serif: () =>
    join(dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json')), '400Regular/NotoSerifSC_400Regular.ttf'),
  sans: () => join(dirname(dirname(resolve('@embedpdf/fonts-sc'))), 'fonts/NotoSansHans-Regular.otf'),
}
type OwnFont = keyof typeof ownFonts

/** As Windows counts them, and so do PDFs: Japanese, Korean, simplified and traditional Chinese. */
const eastAsian = new Set([128, 129, 134, 136])
/** Signs of no known order. */
const symbols = 2
const namedChinese = /[\u0080-\uffff]|song|sun|fang|kai|hei|yahei|ming|gb2312|gbk|unicode/i
const namedSans = /hei|gothic|sans|黑/i

/** Which of our fonts stands in; undefined where the engine's own, which are Latin, do. */
const standIn = (face: string, charset: number): OwnFont | undefined =>
  eastAsian.has(charset) || namedChinese.test(face) ? (namedSans.test(face) ? 'sans' : 'serif') : undefined

/** Of a font file one table, or the whole where none is named. */
function partOf(font: Buffer, table: number): Buffer | undefined {
  if (table === 0) return font
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left -= 1)
    if (font.readUInt32BE(at) === table >>> 0) {
      const start = font.readUInt32BE(at + 8)
      return font.subarray(start, start + font.readUInt32BE(at + 12))
    }
  return undefined
}

/**
 * Lends the engine our fonts. Returned are the names, since last asked, of fonts that a file does not bring and whose signs are in no
 * known order: what is drawn for them is a guess.
 */
export function lendFonts({ pdfium, FPDF_SetSystemFontInfo }: WrappedPdfiumModule): () => string[] {
  const read = new Map<OwnFont, Buffer>()
  const handles: readonly OwnFont[] = ['serif', 'sans']
  const unknown = new Set<string>()
  const load = (name: OwnFont): Buffer | undefined => {
    const known = read.get(name)
    if (known) return known
    const path = ownFonts[name]()
    if (!existsSync(path)) return undefined
    const font = readFileSync(path)
    read.set(name, font)
    return font
  }
  const map = (
    _self: number,
    _weight: number,
    _italic: number,
    charset: number,
    _pitch: number,
    at: number,
  ): number => {
    const face = pdfium.UTF8ToString(at)
    if (charset === symbols) unknown.add(face)
    const name = standIn(face, charset)
    return name && load(name) ? handles.indexOf(name) + 1 : 0
  }
  const give = (_self: number, handle: number, table: number, to: number, size: number): number => {
    const name = handles[handle - 1]
    const font = name && load(name)
    const part = font && partOf(font, table)
    if (!part) return 0
    if (to !== 0 && size >= part.length) pdfium.HEAPU8.set(part, to)
    return part.length
  }
  // A function is kept once by the engine, under one signature: each place needs its own.
  const nothing = () => () => 0
  const version = 1
  // FPDF_SYSFONTINFO: Release, EnumFonts, MapFont, GetFont, GetFontData, GetFaceName, GetFontCharset, DeleteFont.
  const entries = [
    version,
    pdfium.addFunction(nothing(), 'vi'),
    pdfium.addFunction(nothing(), 'vii'),
    pdfium.addFunction(map, 'iiiiiiii'),
    pdfium.addFunction(nothing(), 'iii'),
    pdfium.addFunction(give, 'iiiiii'),
    pdfium.addFunction(nothing(), 'iiiii'),
    pdfium.addFunction(() => 134, 'iii'),
    pdfium.addFunction(nothing(), 'vii'),
  ]
  const info = pdfium.wasmExports.malloc(entries.length * 4)
  for (const [index, entry] of entries.entries()) pdfium.setValue(info + index * 4, entry, 'i32')
  FPDF_SetSystemFontInfo(info)
  return () => {
    const names = [...unknown]
    unknown.clear()
    return names
  }
}
