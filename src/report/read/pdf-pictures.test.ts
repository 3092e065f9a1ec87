import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { typesetPdf } from '../../typesetting/typeset.ts'
import { figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { readReport } from './read-report.ts'
import { chanceOf } from './testing/chance.ts'
import { partsOf } from './testing/damaged-report.ts'
import { type PdfLook, printedPdf } from './testing/printed-pdf.ts'
import { soundFigures } from './testing/sound-figures.ts'

const form = reportFormats['2021']

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A square picture (PNG): red circles on nothing, as a seal. Its edges are half transparent. */
function seal(width: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(width, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: width }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (_, x) => {
        const ring = Math.hypot(x - width / 2, y - width / 2) % 9
        return [220, 20, 30, ring < 3 ? 255 : ring < 4 ? 128 : 0]
      }).flat(),
    ]),
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const pictures = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Subtype\s*\/Image\b/g)?.length ?? 0

test.for<[string, Partial<PdfLook>]>([
  ['with lines', {}],
  ['with lines, its labels wrapped', { labelWidth: 36 }],
  ['without lines', { isRuled: false }],
])('a PDF %s is read the same with pictures behind, between and over its tables', async ([, look]) => {
  const figures = soundFigures(form, chanceOf(11), 300)
  const parts = partsOf(form, figures)
  const usual: PdfLook = { size: 9, labelWidth: 90, isRuled: true, align: 'center', foot: 60, ...look }
  const plain = await printedPdf(parts, usual)
  const sealed = await printedPdf(parts, { ...usual, picture: seal(120) })
  expect([pictures(plain), pictures(sealed) > 0]).toEqual([0, true])
  const reading = await readReport(sealed, 'report.pdf')
  expect(reading).toEqual(await readReport(plain, 'report.pdf'))
  const read = cellsOf(form).filter((cell) => figure(reading.report, cell) !== null)
  expect(read.length).toBeGreaterThan(150)
  expect(read.filter((cell) => String(figure(reading.report, cell)) !== String(figure(figures, cell)))).toEqual([])
})

const mixed = `
#let it = json(bytes(sys.inputs.data))
#set document(title: "年度报告", date: none)
#set text(font: songti, lang: "zh")
#for line in it.lines { par(line) }
#if it.hasScan { pagebreak(); image("scan.png", width: 90%, alt: "扫描页") }
`

test('that a part is missing is not said of a report with a page that is a picture: it may stand there', async () => {
  const lines = [
    '示例市统计局2024年政府信息公开工作年度报告',
    '一、总体情况',
    '主动公开政府信息三条，平台运行平稳。',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ]
  const about = async (hasScan: boolean) => {
    const bytes = await typesetPdf(
      mixed,
      { lines, hasScan },
      { pictures: new Map(hasScan ? [['scan.png', seal(60)]] : []) },
    )
    const { findings } = await readReport(bytes, '年报.pdf')
    return findings.filter(({ row }) => row === 'problems').map(({ code, about: of }) => [code, of])
  }
  expect(await about(false)).toEqual([['MISSING_SECTION', 'report']])
  expect(await about(true)).toEqual([['MISSING_SECTION', 'reading']])
})
