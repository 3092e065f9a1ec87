import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readApart } from '../files/inspect/apart.ts'
import { findSignsApart, showPageApart } from '../files/inspect/pages-apart.ts'
import { pdfFile, pdfStream, pdfText, pdfUpdate } from '../files/testing/pdf-file.ts'
import { wordFile, wordParagraph, wordRun } from '../files/testing/word-file.ts'
import { findingsInFile } from '../files/traces/findings.ts'
import { picturePagesPdf } from '../typesetting/picture-pages.ts'
import { placesOf, wordsOfPage } from './page-words.ts'
import type { Passage } from './passage.ts'
import { redactedFile } from './redacted-file.ts'
import { sourcePages } from './source-pages.ts'

const day = [2026, 3, 10] as const
const named = { title: '隐去后的文件', day }
const secret = '110105194912310021'
const [before, after] = ['评审专家身份证号', '结论予以通过']

const passageAt = (page: number, boxes: Passage['boxes']): Passage => ({
  id: crypto.randomUUID(),
  page,
  boxes,
  what: '身份证号码',
  ground: 'denied.thirdPartyRights',
})

/** Passages over every place where the words stand. */
async function passagesOver(pages: Uint8Array, words: string): Promise<Passage[]> {
  const found = await findSignsApart(pages)
  if ('fault' in found) throw new Error(found.fault)
  return found.pages.flatMap((signs, page) =>
    placesOf(signs, wordsOfPage(signs), words).map((boxes) =>
      passageAt(
        page,
        boxes.map((box) => [...box]),
      ),
    ),
  )
}

/** Everything that the bytes say: as they are, and with each packed part unpacked. */
function unpacked(file: Uint8Array): string {
  const bytes = Buffer.from(file)
  const parts = [bytes]
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1)
    try {
      parts.push(inflateSync(bytes.subarray(start), { finishFlush: 2 }))
    } catch {
      // Not packed, or the end of one.
    }
  }
  return parts.map((part) => part.toString('latin1')).join('\n')
}

const inHex = (words: string) => Buffer.from(words, 'utf16le').swap16().toString('hex')

/** The words are nowhere: not in the bytes in any writing, not in the text, not in what the file carries. */
async function expectGone(file: Uint8Array, ...words: string[]) {
  const all = unpacked(file)
  const reading = await readApart('pdf', file)
  const found = await findSignsApart(file)
  if (reading === 'failed' || 'fault' in found) throw new Error('not read')
  const texts = [reading.words, JSON.stringify(reading.traces), ...found.pages.map((signs) => wordsOfPage(signs).text)]
  for (const each of words) {
    for (const text of texts) expect(text.replaceAll(/\s/g, '')).not.toContain(each)
    expect(all).not.toContain(each)
    expect(all).not.toContain(Buffer.from(each, 'utf8').toString('latin1'))
    expect(all).not.toContain(Buffer.from(each, 'utf16le').toString('latin1'))
    expect(all).not.toContain(Buffer.from(each, 'utf16le').swap16().toString('latin1'))
    expect(all.toLowerCase()).not.toContain(inHex(each))
  }
  expect(all).not.toMatch(/\/EmbeddedFile|\/JavaScript|\/Annots|\/AcroForm/)
  return reading.words.replaceAll(/\s/g, '')
}

/** Whether a box of a page is one colour. */
async function expectOneColour(file: Uint8Array, { page, boxes }: Passage) {
  const picture = await showPageApart(file, { page, width: 1190 })
  if ('fault' in picture) throw new Error(picture.fault)
  const bytes = Buffer.from(picture.png)
  const perPixel = bytes[25] === 0 ? 1 : 3
  const start = bytes.indexOf('IDAT') + 4
  const rows = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)))
  const found = await findSignsApart(file)
  const scale = picture.width / ('fault' in found ? 1 : (found.sizes[page]?.width ?? 1))
  for (const [left, top, right, bottom] of boxes)
    for (let y = Math.ceil(top * scale) + 1; y < bottom * scale - 1; y += 1)
      for (let x = Math.ceil(left * scale) + 1; x < right * scale - 1; x += 1)
        for (let part = 0; part < perPixel; part += 1)
          expect(rows[y * (picture.width * perPixel + 1) + 1 + x * perPixel + part]).toBeLessThan(8)
}

const lines = `${pdfText(`${before}${secret}`, { y: 700 })} ${pdfText(after, { y: 600 })}`

describe('art. 37: what is withheld is not in the file that leaves, in no form', () => {
  test('a PDF with text, with metadata, an embedded file, an annotation, a hidden layer and an earlier version that all say it', async () => {
    const whole = pdfFile(lines, {
      info: `/Title(${secret})/Author(${secret})`,
      page: '/Annots[10 0 R]',
      catalogue: '/Names<</EmbeddedFiles<</Names[(a.txt) 11 0 R]>>>>/AcroForm<</Fields[]>>',
      objects: [
        `<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(${secret})>>`,
        '<</Type/Filespec/F(a.txt)/EF<</F 12 0 R>>>>',
        pdfStream('/Type/EmbeddedFile', secret),
      ],
    })
    const source = pdfUpdate(whole, { 8: `<</Title(${secret})>>` })
    const passages = await passagesOver(source, secret)
    expect(passages.length).toBe(1)
    const file = await redactedFile(source, passages, named)
    const kept = await expectGone(file, secret)
    expect(kept).toContain(before)
    expect(kept).toContain(after)
    for (const passage of passages) await expectOneColour(file, passage)
    // The look that every enclosure gets has nothing against it.
    const reading = await readApart('pdf', file)
    const carried = reading === 'failed' ? [] : findingsInFile(reading.traces)
    expect(carried.map(({ kind }) => kind)).toEqual(['scannedText'])
  })

  test('words that nobody sees do not come along, though nobody marked them', async () => {
    const hidden = '王建国'
    const source = pdfFile(
      `${lines} 1 1 1 rg ${pdfText(hidden, { y: 500 })} 0 g ${pdfText(hidden, { y: 400 })} 50 390 300 40 re f ${pdfText(hidden, { y: 900 })}`,
    )
    const file = await redactedFile(source, await passagesOver(source, secret), named)
    expect(await expectGone(file, secret, hidden)).toContain(after)
  })

  test('a scan with a layer of recognised text', async () => {
    const shown = await showPageApart(pdfFile(lines), { page: 0, width: 1240 })
    if ('fault' in shown) throw new Error(shown.fault)
    const scan = await picturePagesPdf(
      [
        {
          picture: shown.png,
          format: 'png',
          width: 595,
          height: 842,
          alt: secret,
          runs: [
            { text: `${before}${secret}`, box: [60, 128, 400, 146] },
            { text: after, box: [60, 228, 150, 246] },
          ],
        },
      ],
      { title: secret, day },
    )
    const passages = [passageAt(0, [[172, 126, 420, 148]])]
    const file = await redactedFile(scan, passages, named)
    expect(await expectGone(file, secret)).toContain(after)
    for (const passage of passages) await expectOneColour(file, passage)
  })

  test.for(['png'] as const)('a picture (%s) of a page', async (format) => {
    const shown = await showPageApart(pdfFile(lines), { page: 0, width: 1240 })
    if ('fault' in shown) throw new Error(shown.fault)
    const source = await sourcePages({ name: `照片.${format}`, contentType: `image/${format}`, bytes: shown.png }, day)
    const passages = [passageAt(0, [[172, 126, 420, 148]])]
    const file = await redactedFile(source, passages, named)
    await expectGone(file, secret)
    for (const passage of passages) await expectOneColour(file, passage)
  })

  test('a Word document, laid out anew', async () => {
    const word = wordFile(
      wordParagraph(wordRun(`${before}${secret}`)) +
        wordParagraph(wordRun('隐藏的王建国', '<w:vanish/>')) +
        wordParagraph(wordRun(after)),
      { 'docProps/core.xml': `<a>${secret}</a>` },
    )
    const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const source = await sourcePages({ name: '意见.docx', contentType, bytes: word }, day)
    const passages = await passagesOver(source, secret)
    expect(passages.length).toBe(1)
    const file = await redactedFile(source, passages, named)
    const kept = await expectGone(file, secret, '王建国')
    expect(kept).toContain(before)
    expect(kept).toContain(after)
    for (const passage of passages) await expectOneColour(file, passage)
  })
})

describe('nothing is made of what is not certain', () => {
  const source = pdfFile(lines)

  test('nothing marked, a passage without ground, one on no page', async () => {
    await expect(redactedFile(source, [], named)).rejects.toMatchObject({ code: 'nothing_redacted' })
    const passage = passageAt(0, [[60, 120, 200, 150]])
    await expect(redactedFile(source, [{ ...passage, ground: '' }], named)).rejects.toMatchObject({
      code: 'passage_unnamed',
    })
    await expect(redactedFile(source, [{ ...passage, page: 3 }], named)).rejects.toMatchObject({ code: 'pages_nopage' })
  })

  test('a font that is not in the file and in no known order', async () => {
    const text = source.toString('latin1').replace('/UniGB-UCS2-H', '/Identity-H').replace('(GB1)', '(Identity)')
    const foreign = Buffer.from(text, 'latin1')
    await expect(redactedFile(foreign, [passageAt(0, [[60, 120, 200, 150]])], named)).rejects.toMatchObject({
      code: 'font_not_in_file',
    })
  })

  test('a file that has no pages here', async () => {
    const text = { name: '表.txt', contentType: 'text/plain', bytes: Buffer.from('表') }
    await expect(sourcePages(text, day)).rejects.toMatchObject({ code: 'not_redactable' })
  })
})
