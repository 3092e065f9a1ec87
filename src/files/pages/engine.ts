import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { withoutRadicals } from '../../text/radicals.ts'
import { lendFonts } from './fonts.ts'
import type { PageBox, PageFault, PageSign, PageSize } from './page-picture.ts'

export interface Pixels {
  /** Red, green, blue and one that is not used, row by row. */
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
  readonly unknownFonts: readonly string[]
}

/** A PDF that is open; pages are counted from nought. */
export interface OpenPages {
  readonly count: number
  /** Undefined where there is no such page. */
  readonly sizeOf: (page: number) => PageSize | undefined
  /** At most so many pixels wide; less where it would be higher or larger than anybody looks at. */
  readonly paint: (page: number, width: number) => Pixels | undefined
  readonly signsOf: (page: number) => PageSign[]
  /** The words of a page in the order of the file. */
  readonly wordsOf: (page: number) => string
}

const mostPixels = 12_000_000
const mostSigns = 100_000
const locked = new Set([4, 5])
/** Of the bitmap: red, green, blue and one that is not used; of the rendering: with annotations, in the order of bytes that PNG has. */
const [withoutAlpha, annotations, redFirst] = [3, 0x01, 0x10]
const white = 0xffffffff
/** Places on a page are told in whole hundredths of a point. */
const fine = 100

let engine: Promise<Engine> | undefined

interface Engine {
  readonly api: WrappedPdfiumModule
  readonly unknownFonts: () => string[]
}

async function start(): Promise<Engine> {
  const { init } = await import('@embedpdf/pdfium')
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const api = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  api.PDFiumExt_Init()
  return { api, unknownFonts: lendFonts(api) }
}

/** The engine, started with the first file and kept. */
function loadEngine(): Promise<Engine> {
  engine ??= start()
  return engine
}

/** Opens a PDF for as long as `use` works with it. Only in a process for files: one made to be hostile may take it over. */
export async function withPages<Result>(
  bytes: Uint8Array,
  use: (pages: OpenPages) => Result,
): Promise<Result | PageFault> {
  const { api, unknownFonts } = await loadEngine()
  const { malloc, free } = api.pdfium.wasmExports
  const at = malloc(bytes.length)
  if (at === 0) return 'damaged'
  api.pdfium.HEAPU8.set(bytes, at)
  const document = api.FPDF_LoadMemDocument(at, bytes.length, '')
  try {
    if (document === 0) return locked.has(api.FPDF_GetLastError()) ? 'locked' : 'damaged'
    unknownFonts()
    return use(openPages(api, document, unknownFonts))
  } finally {
    if (document !== 0) api.FPDF_CloseDocument(document)
    free(at)
  }
}

function openPages(api: WrappedPdfiumModule, document: number, unknownFonts: () => string[]): OpenPages {
  const count = api.FPDF_GetPageCount(document)
  const onPage = <Result>(page: number, use: (handle: number) => Result): Result | undefined => {
    const handle = page < count ? api.FPDF_LoadPage(document, page) : 0
    if (handle === 0) return undefined
    try {
      return use(handle)
    } finally {
      api.FPDF_ClosePage(handle)
    }
  }
  const sizeOf = (handle: number): PageSize => ({
    width: api.FPDF_GetPageWidthF(handle),
    height: api.FPDF_GetPageHeightF(handle),
  })
  return {
    count,
    sizeOf: (page) => onPage(page, sizeOf),
    paint: (page, width) =>
      onPage(page, (handle) => {
        const painted = paint(api, handle, scaled(sizeOf(handle), width))
        return painted && { ...painted, unknownFonts: unknownFonts() }
      }),
    signsOf: (page) => onPage(page, (handle) => signsOf(api, handle, sizeOf(handle))) ?? [],
    wordsOf: (page) => onPage(page, (handle) => wordsOf(api, handle)) ?? '',
  }
}

/** So many pixels wide, and fewer where that were too many in all. */
function scaled({ width, height }: PageSize, wanted: number): PageSize {
  const ratio = height / width
  const most = Math.sqrt(mostPixels / ratio)
  const across = Math.max(1, Math.round(Math.min(wanted, most)))
  return { width: across, height: Math.max(1, Math.round(across * ratio)) }
}

function paint(api: WrappedPdfiumModule, handle: number, { width, height }: PageSize) {
  const bitmap = api.FPDFBitmap_CreateEx(width, height, withoutAlpha, 0, 0)
  if (bitmap === 0) return undefined
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    api.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, annotations | redFirst)
    const [from, stride] = [api.FPDFBitmap_GetBuffer(bitmap), api.FPDFBitmap_GetStride(bitmap)]
    return { pixels: api.pdfium.HEAPU8.slice(from, from + stride * height), width: stride / 4, height }
  } finally {
    api.FPDFBitmap_Destroy(bitmap)
  }
}

function onText<Result>(api: WrappedPdfiumModule, handle: number, use: (text: number, count: number) => Result) {
  const text = api.FPDFText_LoadPage(handle)
  if (text === 0) return undefined
  try {
    return use(text, Math.min(mostSigns, api.FPDFText_CountChars(text)))
  } finally {
    api.FPDFText_ClosePage(text)
  }
}

const signAt = (api: WrappedPdfiumModule, text: number, index: number): string => {
  const code = api.FPDFText_GetUnicode(text, index)
  return code > 0 && code <= 0x10ffff ? withoutRadicals(String.fromCodePoint(code)) : ''
}

const wordsOf = (api: WrappedPdfiumModule, handle: number): string | undefined =>
  onText(api, handle, (text, count) => Array.from({ length: count }, (_, index) => signAt(api, text, index)).join(''))

function signsOf(api: WrappedPdfiumModule, handle: number, { width, height }: PageSize): PageSign[] | undefined {
  const { malloc, free } = api.pdfium.wasmExports
  const room = malloc(32)
  const value = (index: number, type: 'float' | 'i32', bytes = 4): number =>
    api.pdfium.getValue(room + index * bytes, type)
  const shown = (x: number, y: number): readonly [number, number] => {
    const [across, down] = [Math.round(width * fine), Math.round(height * fine)]
    api.FPDF_PageToDevice(handle, 0, 0, across, down, 0, x, y, room + 16, room + 20)
    return [value(4, 'i32') / fine, value(5, 'i32') / fine]
  }
  try {
    return onText(api, handle, (text, count) =>
      Array.from({ length: count }, (_, index) => {
        // FS_RECTF: left, top, right, bottom.
        const isPlaced = api.FPDFText_GetLooseCharBox(text, index, room)
        const [left, top, right, bottom] = [value(0, 'float'), value(1, 'float'), value(2, 'float'), value(3, 'float')]
        return {
          text: signAt(api, text, index),
          box: isPlaced ? around(shown(left, top), shown(right, bottom)) : nowhere,
        }
      }),
    )
  } finally {
    free(room)
  }
}

const nowhere: PageBox = [0, 0, 0, 0]

const around = ([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): PageBox => [
  Math.min(x, otherX),
  Math.min(y, otherY),
  Math.max(x, otherX),
  Math.max(y, otherY),
]
