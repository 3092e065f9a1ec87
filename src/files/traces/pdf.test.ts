import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../../tests/samples.ts'
import { pdfFile, pdfStream, pdfText, pdfUpdate } from '../testing/pdf-file.ts'
import { findingsInFile } from './findings.ts'
import { traceFile } from './trace.ts'

const said = async (file: Buffer) =>
  findingsInFile(await traceFile(file)).map(({ severity, kind, where }) => `${severity} ${kind} ${where}`)

const words = pdfText('王建国')
const box = (color: string) => `${color} rg 50 690 100 30 re f`
const picture = (more = '') =>
  pdfStream(
    `/Type/XObject/Subtype/Image/Width 600/Height 900/BitsPerComponent 8/ColorSpace/DeviceGray/Filter /DCTDecode${more}`,
    'x'.repeat(50),
  )
const pictured = { resources: '/XObject<</Im 10 0 R>>' }
const square = (more: string) => ({
  page: '/Annots[10 0 R]',
  objects: [`<</Type/Annot/Rect[50 690 160 720]${more}>>`],
})
const form = pdfStream('/Type/XObject/Subtype/Form/BBox[0 0 595 842]', box('0 0 0'))
const layer = (content: string, off: string) =>
  pdfFile(`/OC /L BDC ${content} EMC`, {
    resources: '/Properties<</L 10 0 R>>',
    objects: ['<</Type/OCG/Name(x)>>'],
    catalogue: `/OCProperties<</OCGs[10 0 R]/D<</OFF[${off}]>>>>`,
  })
const older = pdfFile(words)
const widget = (flags: number) => ({
  page: '/Annots[10 0 R]',
  objects: [`<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(13800138000)/F ${flags}/Rect[50 50 150 70]>>`],
  catalogue: '/AcroForm<</Fields[10 0 R]>>',
})
const gs = (more: string) => `/ExtGState<</G <<${more}>>>>`

test('files that a PDF carries along are named', async () => {
  const file = pdfFile(words, {
    objects: [
      pdfStream('/Type/EmbeddedFile', 'draft'),
      '<</Type/Filespec/F(draft.xlsx)/UF(draft.xlsx)/EF<</F 10 0 R>>>>',
    ],
    catalogue: '/Names<</EmbeddedFiles<</Names[(draft.xlsx) 11 0 R]>>>>',
  })
  expect(await said(file)).toEqual(['confirm embeddedFile draft.xlsx'])
})

test.each<[string, Buffer, string]>([
  ['a black box drawn over words', pdfFile(`${words} ${box('0 0 0')}`), 'confirm coveredText 第1页“王建国”'],
  ['a white box', pdfFile(`${words} ${box('1 1 1')}`), 'confirm coveredText 第1页“王建国”'],
  [
    'a box in a form',
    pdfFile(`${words} /Fm Do`, { resources: '/XObject<</Fm 10 0 R>>', objects: [form] }),
    'confirm coveredText 第1页“王建国”',
  ],
  ['a turned box', pdfFile(`${words} q 0 1 -1 0 150 690 cm 0 0 30 100 re f Q`), 'confirm coveredText 第1页“王建国”'],
  ...[
    ['an ellipse', '60 705 m 60 740 260 740 260 705 c 260 670 60 670 60 705 c h f'],
    ['a box turned by half a quarter', 'q 0.7 0.7 -0.7 0.7 80 640 cm 0 0 90 90 re f Q'],
    ['a many-sided shape', '50 705 m 70 730 l 200 730 l 220 705 l 200 680 l 70 680 l h f'],
    ['a box with round corners', '60 690 m 150 690 l 155 690 160 695 160 700 c 160 715 l 55 715 l 55 695 l h f*'],
    ['the stroke of a brush', '24 w 50 705 m 80 712 120 698 160 706 c S'],
    [
      'dabs of a brush',
      Array.from({ length: 30 }, (_, at) => `${56 + at * 4} 692 6 9 re f ${57 + at * 4} 700 6 14 re f`).join(' '),
    ],
    ['a slanting stroke', '26 w 50 704 m 200 708 l S'],
    [
      'a picture in a round frame',
      'q 60 705 m 60 760 260 760 260 705 c 260 650 60 650 60 705 c h W n 200 0 0 80 50 665 cm /Im Do Q',
    ],
  ].map(([what = '', path]): [string, Buffer, string] => [
    `words under ${what}`,
    pdfFile(`${words} 0 g ${path}`, { ...pictured, objects: [picture()] }),
    'confirm coveredText 第1页“王建国”',
  ]),
  ...[
    ['a box elsewhere', '0 0 10 10 re'],
    ['a round hole elsewhere', '300 300 m 300 350 400 350 400 300 c 400 250 300 250 300 300 c h'],
    ['a hole in the midst of a frame', '0 0 595 842 re 50 690 100 30 re'],
    ['nothing', '0 0 m 0 0 l'],
  ].map(([what = '', path]): [string, Buffer, string] => [
    `words clipped away by ${what}`,
    pdfFile(`q ${path} W* n ${words} Q ${pdfText('同意', { y: 500 })}`),
    'confirm outsideText 第1页“王建国”',
  ]),
  ['a thick line', pdfFile(`${words} 24 w 50 705 m 200 705 l S`), 'confirm coveredText 第1页“王建国”'],
  [
    'a picture that nothing shows through',
    pdfFile(`${words} q 200 0 0 60 50 680 cm /Im Do Q`, { ...pictured, objects: [picture()] }),
    'confirm coveredText 第1页“王建国”',
  ],
  [
    'a square of a remark',
    pdfFile(words, square('/Subtype/Square/IC[0 0 0]/C[0 0 0]')),
    'confirm coveredText 第1页“王建国”',
  ],
  [
    'one of two words',
    pdfFile(`${words} ${pdfText('同意', { x: 300 })} ${box('0 0 0')}`),
    'confirm coveredText 第1页“王建国”',
  ],
  [
    'a redaction that was not applied',
    pdfFile(words, square('/Subtype/Redact/IC[0 0 0]')),
    'confirm unappliedRedaction 第1页',
  ],
  ['white words', pdfFile(`1 1 1 rg ${words}`), 'confirm paleText 第1页“王建国”'],
  ['nearly white words', pdfFile(`0.97 0.97 0.96 rg ${words}`), 'confirm paleText 第1页“王建国”'],
  [
    'words in the colour of the box under them',
    pdfFile(`0.2 0.2 0.6 rg 50 690 100 30 re f ${words}`),
    'confirm paleText 第1页“王建国”',
  ],
  [
    'words that are all transparent',
    pdfFile(`/G gs ${words}`, { resources: gs('/ca 0') }),
    'confirm invisibleText 第1页“王建国”',
  ],
  ['tiny words', pdfFile(pdfText('王建国', { size: 1 })), 'confirm tinyText 第1页“王建国”'],
  [
    'words made tiny by scaling',
    pdfFile(`q 0.1 0 0 0.1 60 700 cm ${pdfText('王建国', { x: 0, y: 0 })} Q`),
    'confirm tinyText 第1页“王建国”',
  ],
  ['words that leave no mark', pdfFile(pdfText('王建国', { more: '3 Tr' })), 'confirm invisibleText 第1页“王建国”'],
  ['words beside the page', pdfFile(pdfText('王建国', { x: 700 })), 'confirm outsideText 第1页“王建国”'],
  [
    'words outside of what is cut out',
    pdfFile(words, { page: '/CropBox[0 0 595 600]' }),
    'confirm outsideText 第1页“王建国”',
  ],
  ['words of a layer that is off', layer(words, '10 0 R'), 'confirm hiddenContent 第1页“王建国”'],
  [
    'an earlier version',
    pdfUpdate(older, { 4: pdfStream('', pdfText('（已删除）')) }),
    'confirm earlierVersion 原第1页“王建国”',
  ],
  [
    'an earlier version whose page is gone',
    pdfUpdate(older, { 2: '<</Type/Pages/Kids[]/Count 0>>' }),
    'confirm earlierVersion 原第1页“王建国”',
  ],
  ['a hidden field', pdfFile(words, widget(2)), 'confirm hiddenContent 第1页的隐藏填写项“13******000”'],
  ['a field to fill in', pdfFile(words, widget(4)), 'hint formFields 共1个填写项'],
  [
    'a script',
    pdfFile(words, { catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
    'confirm script 文件的动作',
  ],
  ['its author', pdfFile(words, { info: '/Author(Zhang San)' }), 'hint author 作者 Zhang San'],
  ['a place within a photograph', pdfFile(words, { objects: [pdfStream('', placed())] }), 'confirm photoPlace 1张照片'],
  [
    'a scan with words under it',
    pdfFile(`${pdfText('王建国', { more: '3 Tr' })} q 595 0 0 842 0 0 cm /Im Do Q`, {
      ...pictured,
      objects: [picture()],
    }),
    'hint scannedText 第1页',
  ],
  [
    'a scan drawn over its words',
    pdfFile(`${words} q 595 0 0 842 0 0 cm /Im Do Q`, { ...pictured, objects: [picture()] }),
    'hint scannedText 第1页',
  ],
  ['what is no PDF any more', Buffer.from('%PDF-1.7 and no more'), 'block brokenFile '],
])('found in a PDF: %s', async (_, file, expected) => {
  expect(await said(file)).toContain(expected)
})

test.each<[string, Buffer]>([
  ['plain words', older],
  ['words on a box', pdfFile(`${box('0 0 0')} 1 1 1 rg ${words}`)],
  [
    'white words on a picture',
    pdfFile(`q 200 0 0 60 50 680 cm /Im Do Q 1 1 1 rg ${words}`, { ...pictured, objects: [picture()] }),
  ],
  ['words on coloured rows', pdfFile(`0.9 0.95 1 rg 50 690 300 30 re f 0 0 0 rg ${words}`)],
  [
    'a seal over words',
    pdfFile(`${words} q 90 0 0 90 50 660 cm /Im Do Q`, { ...pictured, objects: [picture('/SMask 11 0 R'), picture()] }),
  ],
  [
    'a mask over words',
    pdfFile(`${words} q 90 0 0 90 50 660 cm /Im Do Q`, {
      ...pictured,
      objects: [
        pdfStream('/Type/XObject/Subtype/Image/ImageMask true/Width 80/Height 80/BitsPerComponent 1', 'x'.repeat(800)),
      ],
    }),
  ],
  ['a marker that lets words through', pdfFile(`${words} /G gs ${box('1 1 0')}`, { resources: gs('/BM/Multiply') })],
  ['a sheer box', pdfFile(`${words} /G gs ${box('1 1 0')}`, { resources: gs('/ca 0.3') })],
  ['a line under and through words', pdfFile(`${words} 60 698 42 0.7 re f 60 705 42 0.7 re f`)],
  ['a frame around words', pdfFile(`${words} 50 690 100 30 re S`)],
  ['words set twice, a box between', pdfFile(`${words} ${box('1 1 0')} 0 0 0 rg ${words}`)],
  ['a watermark in light grey', pdfFile(`${words} 0.85 0.85 0.85 rg ${pdfText('征求意见稿', { y: 400, size: 60 })}`)],
  ['a layer that is on', layer(words, '')],
  [
    'a seal added behind the end',
    pdfUpdate(older, {
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Rotate 0>>',
    }),
  ],
  [
    'a file made for the web',
    Buffer.concat([
      Buffer.from('%PDF-1.7\n9 0 obj\n<</Linearized 1>>\nendobj\nstartxref\n0\n%%EOF\n'),
      older.subarray(9),
    ]),
  ],
  ...[
    [
      'a ring around words',
      `${words} 0 g 20 705 m 20 800 220 800 220 705 c 220 610 20 610 20 705 c h 30 705 m 30 780 210 780 210 705 c 210 630 30 630 30 705 c h f*`,
    ],
    ['a frame around words', `${words} 0 g 40 680 130 50 re 45 685 120 40 re f*`],
    ['a shape whose corner only is about words', `${words} 0 g 55 600 m 55 760 300 600 300 600 c h f`],
    ['a slanting box beside words', `${words} q 0.7 0.7 -0.7 0.7 200 640 cm 0 0 90 90 re f Q`],
    ['a pen that goes around words', `${words} 6 w 40 705 m 40 740 180 740 180 705 c 180 670 40 670 40 705 c S`],
    ['words in a round frame', `q 20 705 m 20 800 220 800 220 705 c 220 610 20 610 20 705 c h W n ${words} Q`],
    ['words in a close cell', `q 59 697 45 16 re W n ${words} Q`],
    [
      'white words on a round button',
      `0.1 g 20 705 m 20 800 220 800 220 705 c 220 610 20 610 20 705 c h f 1 g ${words}`,
    ],
  ].map(([what = '', content = '']): [string, Buffer] => [what, pdfFile(content)]),
  ['a word as spacing', pdfFile(`${words} ${pdfText('.', { size: 1 })}`)],
])('nothing is found in a PDF with %s', async (_, file) => {
  expect(await said(file)).toEqual([])
})

function placed(): string {
  const gps = [0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, ...gps, 0, 0, 0, 0, 1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 0, 0, 0, 0]
  return `Exif\0\0${String.fromCharCode(...tiff, 0, 0, 0, 0)}`
}

test('words of fonts that are not embedded are read, in Unicode and in GBK', async () => {
  expect((await traceFile(older))?.text).toContain('王建国')
  const gbk = Buffer.from(
    older.toString('latin1').replace('UniGB-UCS2-H', 'GBK-EUC-H').replace('<738b5efa56fd>', '<cdf5bda8b9fa>'),
    'latin1',
  )
  expect((await traceFile(gbk))?.text).toContain('王建国')
})

test('a PDF whose signs have no meaning is not called a scan', async () => {
  const file = Buffer.from(
    older.toString('latin1').replace('UniGB-UCS2-H', 'No-Such-Map-H').replace('/Ordering(GB1)', '/Ordering(Xyz)'),
    'latin1',
  )
  expect(await said(file)).toEqual(['hint unreadableFont 第1页'])
})

test.skipIf(!hasSamples).each([
  ['leaving-files/01-black-box-over-live-text.pdf', 'coveredText'],
  ['leaving-files/02-unapplied-redact-annot.pdf', 'unappliedRedaction'],
  ['leaving-files/03-incremental-save.pdf', 'earlierVersion'],
  ['leaving-files/04-white-text.docx', 'paleText'],
])('the sample %s', async (name, kind) => {
  const found = findingsInFile(await traceFile(readFileSync(sampleAt(name))))
  expect(found).toContainEqual(expect.objectContaining({ kind, severity: 'confirm' }))
})
test
  .skipIf(!hasSamples)
  .each(['pdf/B-adobe-gb1-not-embedded.pdf', 'pdf/F-split-407.pdf', 'reading-cases/p17_colperm.pdf'])(
  'the sound sample %s raises nothing',
  async (name) => {
    expect(await said(readFileSync(sampleAt(name)))).toEqual([])
  },
)
