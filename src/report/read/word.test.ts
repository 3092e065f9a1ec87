import { describe, expect, test } from 'vitest'
import { writeZip } from '../../files/zip/write-zip.ts'
import { readReport } from './read-report.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const styles = `<w:styles>
  <w:style w:type="character" w:styleId="Basis"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Mark"><w:basedOn w:val="Basis"/></w:style>
  <w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>
</w:styles>`

const docx = (body: string, prefix = 'w') =>
  new Uint8Array(
    writeZip(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`.replaceAll(
          /(<\/?|\s|:)w(?=[:=])/g,
          `$1${prefix}`,
        ),
        'word/styles.xml': styles,
      }).map(([name, content]) => ({ name, content: Buffer.from(content) })),
    ),
  )

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const plain = (text: string, properties = '') => cell(paragraph(run(text)), properties)
const heading = paragraph(run('二、主动公开政府信息情况'))
const licensing = (content: string) =>
  `${heading}<w:tbl>${row(plain('信息内容'), plain('本年处理决定数量'))}${row(plain('行政许可'), cell(content))}</w:tbl>`

const figures = async (body: string, prefix?: string) =>
  (await readReport(docx(body, prefix), 'report.docx')).report.proactive

describe('a Word document', () => {
  test.for([
    ['a mark by a style that rests on another', run('168') + run('1', '<w:rStyle w:val="Mark"/>')],
    ['what a style hides', run('168') + run('9', '<w:rStyle w:val="Unseen"/>')],
    ['what is hidden', run('168') + run('9', '<w:vanish/>')],
    ['what is struck through', run('17', '<w:strike/>') + run('168')],
    ['what is struck through twice', run('17', '<w:dstrike/>') + run('168')],
    ['white digits', run('168') + run('77', '<w:color w:val="FFFFFF"/>')],
    ['tiny digits', run('168') + run('77', '<w:sz w:val="2"/>')],
    ['digits moved off the line', run('168') + run('1', '<w:position w:val="10"/>')],
    ['deleted digits', `<w:del><w:r><w:t>9</w:t></w:r></w:del>${run('168')}`],
    ['digits moved away', `<w:moveFrom>${run('9')}</w:moveFrom>${run('168')}`],
    ['a footnote', `${run('168')}<w:r><w:footnoteReference w:id="1"/></w:r>`],
    ['a symbol', `${run('168')}<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>`],
    [
      'a second version for older programs',
      `<w:r><mc:AlternateContent><mc:Choice><w:t>168</w:t></mc:Choice><mc:Fallback><w:t>168</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ],
    ['a figure set as an equation', '<m:oMath><m:r><m:t>168</m:t></m:r></m:oMath>'],
    ['a figure in pieces', run('1') + run('6', '<w:b/>') + run('8')],
    [
      'former properties',
      `<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>168</w:t></w:r>`,
    ],
    ['a style that hides, taken back', run('168', '<w:rStyle w:val="Unseen"/><w:vanish w:val="0"/>')],
  ] as const)('%s: 168', async ([, runs]) => {
    expect(await figures(licensing(paragraph(runs)))).toEqual({ 'licensing.decisions': 168 })
  })

  test('a figure that is struck as a whole, by its paragraph, is none', async () => {
    expect(await figures(licensing(paragraph(run('17'), '<w:pStyle w:val="Old"/>')))).toEqual({
      'licensing.decisions': null,
    })
  })

  test('a figure whose paragraph mark was deleted goes on in the next paragraph', async () => {
    const deleted = paragraph(run('16'), '<w:rPr><w:del/></w:rPr>') + paragraph(run('8'))
    expect(await figures(licensing(deleted))).toEqual({ 'licensing.decisions': 168 })
  })

  test('a deleted row is not there', async () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${plain('行政许可')}${plain('9')}</w:tr>`
    const body = licensing(paragraph(run('168'))).replace('</w:tbl>', `${deleted}</w:tbl>`)
    expect(await figures(body)).toEqual({ 'licensing.decisions': 168 })
  })

  test('a hidden row is not read, and that is said', async () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${plain('行政处罚')}${plain('9')}</w:tr>`
    const body = licensing(paragraph(run('168'))).replace('</w:tbl>', `${hidden}</w:tbl>`)
    const { report, findings } = await readReport(docx(body), 'report.docx')
    expect(report.proactive).toEqual({ 'licensing.decisions': 168 })
    expect(findings).toContainEqual(expect.objectContaining({ code: 'LEFT_OUT', about: 'reading', actual: 1 }))
    expect(findings.filter(({ row }) => row === 'penalty').map(({ about }) => about)).not.toContain('report')
  })

  test('struck digits beside a figure are told', async () => {
    const body = licensing(paragraph(run('17', '<w:strike/>') + run('168')))
    const { findings } = await readReport(docx(body), 'report.docx')
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'LEFT_OUT', message: expect.stringContaining('（17）没有作为数字计入') }),
    )
  })

  test('cells merged down and rows that begin further to the right keep their columns', async () => {
    const header = row(
      plain('申请人情况', '<w:gridSpan w:val="2"/>'),
      ...['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map((label) =>
        plain(label),
      ),
    )
    const zeros = ['1', '0', '0', '0', '0', '0', '1'].map((text) => plain(text))
    const body = `${paragraph(run('三、收到和处理政府信息公开申请情况'))}<w:tbl>${header}${row(
      plain('（三）不予公开', '<w:vMerge w:val="restart"/>'),
      plain('1.属于国家秘密'),
      ...zeros,
    )}${row(plain('9', '<w:vMerge/>'), plain('2.其他法律行政法规禁止公开'), ...zeros)}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${plain('3.危及“三安全一稳定”')}${zeros.join('')}</w:tr></w:tbl>`
    const { report } = await readReport(docx(body), 'report.docx')
    expect(Object.entries(report.requests).map(([id, cells]) => [id, cells.naturalPerson, cells.total])).toEqual([
      ['denied.stateSecret', 1, 1],
      ['denied.prohibitedByLaw', 1, 1],
      ['denied.threeSecuritiesOneStability', 1, 1],
    ])
  })

  test('names with another prefix are the same names', async () => {
    expect(await figures(licensing(paragraph(run('168'))), 'ns0')).toEqual({ 'licensing.decisions': 168 })
  })

  test('a package without a document is damaged, and no report without tables', async () => {
    const bytes = new Uint8Array(writeZip([{ name: 'word/document.txt', content: Buffer.from('x') }]))
    const { readable, findings } = await readReport(bytes, 'report.docx')
    expect([readable, findings[0]?.message]).toEqual([false, expect.stringContaining('重新另存为.docx')])
  })
})
