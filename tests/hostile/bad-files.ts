import { deflateRawSync } from 'node:zlib'
import { wordFile, wordParagraph, wordRun } from '../../src/files/testing/word-file.ts'
import { makeEmptyPdf, makePdf, makePng } from './make-file.ts'
import { makeZip, type ZipEntrySpec } from './make-zip.ts'

export interface BadFile {
  readonly what: string
  readonly name: string
  readonly bytes: Buffer
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
const relation = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${more}/>`
const relations = (...all: string[]) =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

/** A workbook written by hand, as no program writes it. */
export function workbookFile(
  rows: string,
  parts: Readonly<Record<string, string>> = {},
  more: readonly ZipEntrySpec[] = [],
): Buffer {
  const all: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="公开事项目录" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  }
  return makeZip([...Object.entries(all).map(([name, text]) => ({ name, text })), ...more])
}

export const cell = (text: string, place = '') =>
  `<c${place && ` r="${place}"`} t="inlineStr"><is><t>${text}</t></is></c>`
export const row = (...texts: string[]) => `<row>${texts.map((text) => cell(text)).join('')}</row>`
/** The catalogue's headers, and those of a list of words. */
export const catalogueHead = row(
  '序号',
  '一级事项',
  '二级事项',
  '公开内容',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道',
  '公开对象',
  '公开方式',
  '公开层级',
  '栏目',
  '条例第二十条事项',
)
export const catalogueRow = (content: string, second = '公告') =>
  row(
    '1',
    '通知公告',
    second,
    content,
    '条例第十九条',
    '即时',
    '示例市统计局',
    '政府网站',
    '全社会',
    '主动',
    '市级',
    '通知公告',
    '十五',
  )
const wordsHead = row('词语', '类别', '建议改为', '处理', '启用日期')

const laughs = `<!DOCTYPE a [<!ENTITY a0 "哈哈哈哈哈哈哈哈">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>`
const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

/** Workbooks that want to harm whoever reads them. */
export const badWorkbooks: readonly BadFile[] = [
  {
    what: 'a hundred megabytes of nothing in a few kilobytes',
    bytes: workbookFile('', {}, [{ name: 'xl/media/a.bin', fill: '\0', size: 300_000_000 }]),
  },
  {
    what: 'a sheet that unpacks to a gigabyte',
    bytes: makeZip([
      { name: '[Content_Types].xml', text: types },
      { name: 'xl/worksheets/sheet1.xml', fill: ' ', size: 400_000_000 },
    ]),
  },
  {
    what: 'a size that is a lie',
    bytes: workbookFile('', {}, [{ name: 'a', fill: 'a', size: 90_000_000, declaredSize: 10 }]),
  },
  {
    what: 'an entity that grows without end',
    bytes: workbookFile('', {
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${laughs}<worksheet xmlns="${main}"><sheetData>${row('&a12;')}</sheetData></worksheet>`,
    }),
  },
  {
    what: 'a file of the machine as an entity',
    bytes: workbookFile('', {
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${outside}<worksheet xmlns="${main}"><sheetData>${catalogueHead}${catalogueRow('&x;')}${wordsHead}${row('&x;')}</sheetData></worksheet>`,
    }),
  },
  {
    what: 'a way out of the folder',
    bytes: workbookFile(catalogueHead, {}, [{ name: '../../../../tmp/kaicheng-slip', text: 'x' }]),
  },
  {
    what: 'a cell in the last column of the last row',
    bytes: workbookFile(`<row r="1048576">${cell('远', 'XFD1048576')}</row>`),
  },
  {
    what: 'a cell where there is none',
    bytes: workbookFile(`<row r="99999999999">${cell('远', 'ZZZZZZZ99999999999')}</row>`),
  },
  {
    what: 'a merged range over everything',
    bytes: workbookFile('', {
      'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData>${catalogueHead}</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    }),
  },
  {
    what: 'a text that is not among the shared ones',
    bytes: workbookFile('<row><c t="s"><v>99999999</v></c><c t="s"><v>-1</v></c></row>'),
  },
  { what: 'NUL in a cell', bytes: workbookFile(`${catalogueHead}${catalogueRow('公告_x0000_全文')}`) },
  { what: 'NUL in a word', bytes: workbookFile(`${wordsHead}${row('按_x0000_装', '错误表述', '安装', '提示', '')}`) },
  { what: 'half of a sign in a cell', bytes: workbookFile(`${catalogueHead}${catalogueRow('公告_xD800_全文')}`) },
  {
    what: 'half of a sign in a word',
    bytes: workbookFile(`${wordsHead}${row('按_xD800_装', '错误表述', '安装', '提示', '')}`),
  },
  { what: 'a cell of a million signs', bytes: workbookFile(`${catalogueHead}${catalogueRow('全'.repeat(1_000_000))}`) },
  {
    what: 'many thousand rows',
    bytes: workbookFile(
      catalogueHead + Array.from({ length: 60_000 }, (_, index) => catalogueRow('公告全文', `公告${index}`)).join(''),
    ),
  },
  {
    what: 'many thousand words',
    bytes: workbookFile(
      wordsHead +
        Array.from({ length: 60_000 }, (_, index) => row(`词${index}`, '错误表述', '安装', '提示', '')).join(''),
    ),
  },
  {
    what: 'three thousand sheets',
    bytes: workbookFile('', {
      'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${Array.from({ length: 3_000 }, (_, index) => `<sheet name="表${index}" sheetId="${index + 1}" r:id="r1"/>`).join('')}</sheets></workbook>`,
    }),
  },
  { what: 'no sheet at all', bytes: workbookFile('', { 'xl/workbook.xml': `${xml}<workbook xmlns="${main}"/>` }) },
  {
    what: 'a link to another workbook',
    bytes: workbookFile(catalogueHead, {
      'xl/_rels/workbook.xml.rels': relations(
        relation('r1', 'worksheet', 'http://169.254.169.254/x', ' TargetMode="External"'),
      ),
    }),
  },
  {
    what: 'reserved names as parts',
    bytes: workbookFile(catalogueHead, { __proto__x: 'x', 'constructor/prototype': 'x' }, [
      { name: '__proto__', text: '{"isAdmin":true}' },
    ]),
  },
  { what: 'a lock', bytes: makeZip([{ name: 'xl/workbook.xml', text: 'x', encrypted: true }]) },
  { what: 'half of a workbook', bytes: workbookFile(catalogueHead).subarray(0, 700) },
  { what: 'a Word document', bytes: wordFile(wordParagraph(wordRun('正文'))) },
  { what: 'a picture', bytes: makePng(10, 10) },
  { what: 'a page with a script', bytes: Buffer.from('<html><script>alert(1)</script>') },
  { what: 'random bytes', bytes: Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919 + 13) % 256)) },
  { what: 'one line of eight megabytes', bytes: Buffer.alloc(3_900_000, 'a') },
  { what: 'commas without end', bytes: Buffer.alloc(3_900_000, ',') },
  { what: 'a quotation mark that is never closed', bytes: Buffer.from(`词语,类别\n"${'a\n'.repeat(1_000_000)}`) },
].map((file) => ({ ...file, name: '表.xlsx' }))

const table = (depth: number): string =>
  depth === 0 ? wordParagraph(wordRun('深')) : `<w:tbl><w:tr><w:tc>${table(depth - 1)}<w:p/></w:tc></w:tr></w:tbl>`
const outer = (kind: string, target: string) => relations(relation('r9', kind, target, ' TargetMode="External"'))

/** Word documents that do. */
export const badDocuments: readonly BadFile[] = [
  {
    what: 'a document that unpacks to a gigabyte',
    bytes: makeZip([
      { name: '[Content_Types].xml', docx: true },
      { name: 'word/document.xml', fill: ' ', size: 400_000_000 },
    ]),
  },
  {
    what: 'a zip in a zip in a zip',
    bytes: makeZip([
      { name: '[Content_Types].xml', docx: true },
      { name: 'word/a.zip', nested: 6, leafSize: 50_000_000 },
    ]),
  },
  {
    what: 'an entity that grows without end',
    bytes: wordFile('', {
      'word/document.xml': `<?xml version="1.0"?>${laughs}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph(wordRun('&a12;'))}</w:body></w:document>`,
    }),
  },
  {
    what: 'a file of the machine as an entity',
    bytes: wordFile('', {
      'word/document.xml': `<?xml version="1.0"?>${outside}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph(wordRun('&x;'))}</w:body></w:document>`,
    }),
  },
  {
    what: 'a way out of the folder',
    bytes: wordFile(wordParagraph(wordRun('正文')), { '../../../tmp/kaicheng-slip': 'x' }),
  },
  {
    what: 'a template from elsewhere',
    bytes: wordFile(wordParagraph(wordRun('正文')), {
      'word/_rels/settings.xml.rels': outer('attachedTemplate', 'http://169.254.169.254/t.dotm'),
      'word/settings.xml': '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    }),
  },
  {
    what: 'a picture from elsewhere',
    bytes: wordFile(`${wordParagraph(wordRun('正文'))}`, {
      'word/_rels/document.xml.rels': outer('image', 'file:///etc/passwd'),
    }),
  },
  { what: 'tables in tables in tables', bytes: wordFile(table(300)) },
  {
    what: 'a cell over a hundred thousand columns',
    bytes: wordFile(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>${wordParagraph(wordRun('宽'))}</w:tc></w:tr></w:tbl>`,
    ),
  },
  { what: 'a hundred thousand paragraphs', bytes: wordFile(wordParagraph(wordRun('段')).repeat(100_000)) },
  { what: 'a macro', bytes: wordFile(wordParagraph(wordRun('正文')), { 'word/vbaProject.bin': 'x' }) },
  {
    what: 'a script as a link',
    bytes: wordFile(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${wordRun('点我')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ),
  },
  { what: 'half of a document', bytes: wordFile(wordParagraph(wordRun('正文'))).subarray(0, 500) },
  { what: 'a workbook', bytes: workbookFile(catalogueHead) },
  { what: 'a PDF', bytes: makePdf(Buffer.from('BT ET')) },
  { what: 'a lock', bytes: makeZip([{ name: '[Content_Types].xml', docx: true, encrypted: true }]) },
  {
    what: 'symbolic links',
    bytes: makeZip([
      { name: '[Content_Types].xml', docx: true },
      { name: 'word/document.xml', symlinkTo: '/etc/passwd' },
    ]),
  },
  {
    what: 'parts that overlap',
    bytes: makeZip([
      { name: '[Content_Types].xml', docx: true },
      { name: 'word/document.xml', fill: 'a', size: 30_000_000, overlapOf: 1, count: 200 },
    ]),
  },
].map((file) => ({ ...file, name: '通知.docx' }))

const gridRow = `<w:tr>${`<w:tc>${wordParagraph(wordRun('一二三四'))}</w:tc>`.repeat(6)}</w:tr>`
const chapter = wordParagraph(wordRun('各县（区）人民政府要加强组织领导，确保普查数据真实准确。')).repeat(15)
/** Three thousand paragraphs and two hundred tables, such as a plan with its annexes has. */
export const longDocument: BadFile = {
  what: 'a long document',
  name: '规划.docx',
  bytes: wordFile(`${chapter}<w:tbl>${gridRow.repeat(10)}</w:tbl>`.repeat(200)),
}

/** Files that are not what they are called, or more than one thing. */
export const badAttachments: readonly BadFile[] = [
  { what: 'a page', name: '图.png', bytes: Buffer.from('<html><script>alert(1)</script>') },
  {
    what: 'a drawing with a script',
    name: '图.svg',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  },
  { what: 'a program', name: '表.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2_000)]) },
  { what: 'a picture that is a script', name: '图.gif', bytes: Buffer.from('GIF89a/*\x00\x00\x00\x00*/=alert(1)//') },
  {
    what: 'a PDF with a zip behind',
    name: '表.pdf',
    bytes: Buffer.concat([makePdf(Buffer.from('BT ET')), deflateRawSync(Buffer.from('x'))]),
  },
  { what: 'a PDF that unpacks to a gigabyte', name: '表.pdf', bytes: makeEmptyPdf(300_000_000) },
  { what: 'a picture of a billion dots', name: '图.png', bytes: makePng(60_000, 60_000) },
  {
    what: 'a locked zip',
    name: '表.docx',
    bytes: makeZip([{ name: '[Content_Types].xml', docx: true, encrypted: true }]),
  },
  { what: 'a plain zip', name: '表.zip', bytes: makeZip([{ name: 'a.exe', text: 'MZ' }]) },
  { what: 'nothing', name: '空.pdf', bytes: Buffer.alloc(0) },
  { what: 'a shortcut', name: '表.lnk', bytes: Buffer.from('4c0000000114020000000000c000000000000046', 'hex') },
]

/** Names that lead somewhere, break a header, or look like another. */
export const badNames: readonly string[] = [
  '../../../../etc/passwd.txt',
  '..\\..\\a.txt',
  '/etc/cron.d/x.txt',
  'C:\\Windows\\a.txt',
  'CON.txt',
  'nul.txt',
  '.htaccess',
  '公告\u202etxt.exe',
  'a;b.txt',
  "a'b.txt",
  '<img src=x onerror=alert(1)>.txt',
  '=1+1.txt',
  `${'长'.repeat(300)}.txt`,
  '阿卜杜拉·买买提.txt',
  '𠮷野.txt',
  'a%00.txt',
  'a\tb.txt',
  ' .txt',
  '...txt',
  '__proto__',
  'a.txt.exe',
]
