import { readdirSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findPagesApart, showPageApart } from '../inspect/pages-apart.ts'
import { pdfFile, pdfStream, pdfText } from '../testing/pdf-file.ts'
import type { PagePicture } from './page-picture.ts'

const reports = new URL('../../../../shared/data/reports/', import.meta.url)
const pdfs = new URL('../../../../shared/data/pdf/', import.meta.url)
const filesIn = (folder: URL): URL[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => new URL(encodeURIComponent(name), folder))
  } catch {
    return []
  }
}

/** The lightness of the pixels of a picture, row by row. */
function lightnessOf({ png, width, height }: PagePicture): (x: number, y: number) => number {
  const bytes = Buffer.from(png)
  const perPixel = bytes[25] === 0 ? 1 : 3
  const start = bytes.indexOf('IDAT') + 4
  const rows = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)))
  return (x, y) => (x < width && y < height ? (rows[y * (width * perPixel + 1) + 1 + x * perPixel] ?? 0) : 255)
}

const shown = async (bytes: Uint8Array, page = 0, width = 595): Promise<PagePicture> => {
  const picture = await showPageApart(bytes, { page, width })
  if ('fault' in picture) throw new Error(picture.fault)
  return picture
}

/** Of a part of a picture, how much is ink. */
function inkIn(picture: PagePicture, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  const at = lightnessOf(picture)
  let ink = 0
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (at(x, y) < 128) ink += 1
  return ink / ((right - left) * (bottom - top))
}

describe('a page of a PDF as a picture', () => {
  test('has the size asked for and ink where the words stand, though their font is not in the file', async () => {
    const file = pdfFile(pdfText('示例市统计局', { x: 60, y: 700, size: 40 }))
    const found = await findPagesApart(file)
    expect(found).toEqual({ sizes: [{ width: 595, height: 842 }], texts: ['示例市统计局'] })
    const picture = await shown(file)
    expect([picture.width, picture.height, picture.unknownFonts]).toEqual([595, 842, []])
    expect(inkIn(picture, [60, 105, 300, 150])).toBeGreaterThan(0.05)
    expect(inkIn(picture, [60, 200, 300, 400])).toBe(0)
    expect((await shown(file, 0, 1200)).width).toBe(1200)
  })

  test('a turned page is shown as people see it, and a huge one only as large as anybody looks at', async () => {
    const turned = await shown(pdfFile(pdfText('横'), { page: '/Rotate 90' }))
    expect(turned.width).toBeGreaterThan(turned.height)
    const long = pdfFile(pdfText('长'), { page: '/CropBox[0 0 10 800]' })
    const { width, height } = await shown(long, 0, 2400)
    expect(width * height).toBeLessThanOrEqual(12_100_000)
  })

  test('of a font in no known order it is said that nobody knows its signs', async () => {
    const file = pdfFile(pdfText('字')).toString('latin1')
    const foreign = file.replace('/UniGB-UCS2-H', '/Identity-H').replace('(GB1)', '(Identity)')
    const { unknownFonts } = await shown(Buffer.from(foreign, 'latin1'))
    expect(unknownFonts).toEqual(['SimSun'])
  })

  test.for(
    filesIn(reports)
      .concat(filesIn(pdfs))
      .map((url) => [decodeURIComponent(url.pathname).split('/').at(-1) ?? '', url] as const),
  )('%s: every page has ink and its words', async ([, url]) => {
    const bytes = readFileSync(url)
    const found = await findPagesApart(bytes)
    if ('fault' in found) throw new Error(found.fault)
    for (const [page, { width, height }] of found.sizes.entries()) {
      const picture = await shown(bytes, page)
      expect(picture.width / picture.height).toBeCloseTo(width / height, 1)
      expect(inkIn(picture, [0, 0, picture.width, picture.height])).toBeGreaterThan(0)
      expect(found.texts[page]).toMatch(/\p{Script=Han}|\d/u)
    }
  })
})

describe('a file that cannot be shown ends with a reason, and the next one is shown', () => {
  const sound = pdfFile(pdfText('示例'))
  const faultOf = async (bytes: Uint8Array, page = 0) => {
    const picture = await showPageApart(bytes, { page, width: 800 })
    return 'fault' in picture ? picture.fault : 'shown'
  }

  test.for([
    ['no PDF', Buffer.from('这不是PDF'), 'damaged'],
    ['cut off in the middle of its objects', pdfFile(pdfText('示例')).subarray(0, 60), 'damaged'],
    ['with a password', lockedPdf(), 'locked'],
  ] as const)('%s', async ([, bytes, fault]) => {
    expect(await faultOf(bytes)).toBe(fault)
    expect(await faultOf(sound)).toBe('shown')
  })

  test('a page that is not there', async () => {
    expect(await faultOf(sound, 7)).toBe('noPage')
  })

  test('a page that paints itself for ever is ended by its limits', async () => {
    const self = pdfStream(
      '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 10 0 R/Y 11 0 R>>>>',
      '/Y Do /Y Do',
    )
    const other = pdfStream(
      '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 10 0 R>>>>',
      `${'0 0 m 595 842 l S 10 10 500 800 re B '.repeat(60_000)}/X Do`,
    )
    const hostile = pdfFile('/X Do '.repeat(2000), { resources: '/XObject<</X 10 0 R>>', objects: [self, other] })
    expect(await faultOf(hostile)).toBe('tooLarge')
    expect(await faultOf(sound)).toBe('shown')
  })
})

/** With the handler that everybody knows and a password that nobody does. */
function lockedPdf(): Buffer {
  const text = pdfFile(pdfText('密')).toString('latin1')
  const key = `<${'ab'.repeat(32)}>`
  const locked = text.replace(
    'trailer\n<<',
    `9 0 obj\n<</Filter/Standard/V 2/R 3/Length 128/P -4/O ${key}/U ${key}>>\nendobj\ntrailer\n<</Encrypt 9 0 R/ID[<aa><aa>]`,
  )
  return Buffer.from(locked, 'latin1')
}
