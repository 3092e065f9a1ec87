import { expect, test } from 'vitest'
import { sheetCell, sheetFile } from '../testing/sheet-file.ts'
import { wordFile, wordParagraph, wordRun } from '../testing/word-file.ts'
import { findingsInFile } from './findings.ts'
import { traceFile } from './trace.ts'

const said = async (file: Buffer) =>
  findingsInFile(await traceFile(file)).map(({ severity, kind, where }) => `${severity} ${kind} ${where}`)

const styles = (xml: string) => ({ 'word/styles.xml': `<w:styles>${xml}</w:styles>` })
const cell = (properties: string, ...runs: string[]) =>
  `<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(...runs)}</w:tc></w:tr></w:tbl>`
const shape = (fill: string, { words = '', behind = '0' } = {}) =>
  `<w:r><w:drawing><wp:anchor behindDoc="${behind}"><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>${words && `<wps:txbx><w:txbxContent>${wordParagraph(wordRun(words, '<w:color w:val="FFFFFF"/>'))}</w:txbxContent></wps:txbx>`}</wps:wsp></wp:anchor></w:drawing></w:r>`
const picture = (more: string) =>
  `<w:r><w:drawing><wp:inline><pic:pic><pic:blipFill>${more}</pic:blipFill></pic:pic></wp:inline></w:drawing></w:r>`

test.each<[string, Buffer, string]>([
  [
    'white words',
    wordFile(wordParagraph(wordRun('王建国', '<w:color w:val="FFFFFF"/>'))),
    'confirm paleText 正文第1段“王建国”',
  ],
  [
    'nearly white words',
    wordFile(wordParagraph() + wordParagraph(wordRun('王建国', '<w:color w:val="FAFAFA"/>'))),
    'confirm paleText 正文第2段“王建国”',
  ],
  [
    'words white by the theme',
    wordFile(wordParagraph(wordRun('王建国', '<w:color w:val="auto" w:themeColor="background1"/>'))),
    'confirm paleText 正文第1段“王建国”',
  ],
  [
    'words white by a style',
    wordFile(
      wordParagraph(wordRun('王建国', '<w:rStyle w:val="b"/>')),
      styles(
        '<w:style w:styleId="a"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      ),
    ),
    'confirm paleText 正文第1段“王建国”',
  ],
  [
    'words hidden by a style',
    wordFile(
      wordParagraph('<w:pPr><w:pStyle w:val="a"/></w:pPr>', wordRun('王建国')),
      styles('<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'),
    ),
    'confirm hiddenContent 正文第1段的隐藏文字“王建国”',
  ],
  [
    'words on a bar of their colour',
    wordFile(wordParagraph(wordRun('王建国', '<w:shd w:val="clear" w:fill="000000"/>'))),
    'confirm coveredText 正文第1段“王建国”',
  ],
  [
    'words marked in black',
    wordFile(wordParagraph(wordRun('王建国', '<w:highlight w:val="black"/>'))),
    'confirm coveredText 正文第1段“王建国”',
  ],
  [
    'black words in a black cell',
    wordFile(cell('<w:shd w:val="clear" w:fill="000000"/>', wordRun('王建国', '<w:color w:val="000000"/>'))),
    'confirm coveredText 正文第1段“王建国”',
  ],
  ['tiny words', wordFile(wordParagraph(wordRun('王建国', '<w:sz w:val="2"/>'))), 'confirm tinyText 正文第1段“王建国”'],
  [
    'a black shape before words',
    wordFile(wordParagraph(wordRun('王建国'), shape('000000'))),
    'confirm coveredText 正文第1段有浮在文字上面的色块',
  ],
  [
    'a picture of which a part is cut off',
    wordFile(wordParagraph(picture('<a:srcRect l="25000" r="10000"/>'))),
    'confirm outsideText 正文第1段的图片裁掉的部分',
  ],
  [
    'an old object',
    wordFile(wordParagraph(), { 'word/embeddings/oleObject1.bin': 'x' }),
    'confirm embeddedFile oleObject1.bin',
  ],
  [
    'a change in the head',
    wordFile(wordParagraph(), {
      'word/header1.xml': `<w:hdr>${wordParagraph(`<w:del>${'<w:r><w:delText>旧</w:delText></w:r>'}</w:del>`)}</w:hdr>`,
    }),
    'confirm trackedChanges 页眉第1段删除“旧”',
  ],
])('found in a Word document: %s', async (_, file, expected) => {
  expect(await said(file)).toContain(expected)
})

test.each<[string, Buffer]>([
  [
    'coloured and grey words',
    wordFile(wordParagraph(wordRun('公告', '<w:color w:val="FF0000"/>'), wordRun('注', '<w:color w:val="BFBFBF"/>'))),
  ],
  [
    'white words in a dark cell',
    wordFile(cell('<w:shd w:val="clear" w:fill="1F4E79"/>', wordRun('项目', '<w:color w:val="FFFFFF"/>'))),
  ],
  [
    'a dark cell in which Word itself writes white',
    wordFile(cell('<w:shd w:val="clear" w:fill="000000"/>', wordRun('项目'))),
  ],
  ['white words in a dark box', wordFile(wordParagraph(shape('000000', { words: '要点' })))],
  [
    'a white mark of a paragraph',
    wordFile(wordParagraph('<w:pPr><w:rPr><w:color w:val="FFFFFF"/><w:vanish/></w:rPr></w:pPr>', wordRun('正文'))),
  ],
  ['white spaces', wordFile(wordParagraph(wordRun('  ', '<w:color w:val="FFFFFF"/>'), wordRun('正文')))],
  [
    'a table of a dark style',
    wordFile(
      `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>${wordParagraph(wordRun('项目', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`,
      styles(
        '<w:style w:styleId="t"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>',
      ),
    ),
  ],
  ['a yellow mark', wordFile(wordParagraph(wordRun('正文', '<w:highlight w:val="yellow"/>')))],
  [
    'a shape behind the words, a picture as it is',
    wordFile(wordParagraph(wordRun('正文'), shape('FFFFFF', { behind: '1' }), picture('<a:srcRect/>'))),
  ],
  ['vanish switched off', wordFile(wordParagraph(wordRun('正文', '<w:vanish w:val="0"/>')))],
])('nothing is found in a Word document with %s', async (_, file) => {
  expect(await said(file)).toEqual([])
})

const rows = `<sheetData><row r="1">${sheetCell('A1', '姓名')}${sheetCell('B1', '金额')}</row><row r="2">${sheetCell('A2', '张三')}${sheetCell('B2', 5)}</row></sheetData>`
const looks = (font: string, fill = '<fill><patternFill patternType="none"/></fill>', format = '') =>
  `${format}<fonts count="2"><font><sz val="11"/></font><font>${font}</font></fonts><fills count="1">${fill}</fills><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="${format ? 170 : 0}" fontId="1" fillId="0"/></cellXfs>`
const marked = `<sheetData><row r="1">${sheetCell('A1', '张三', ' s="1"')}</row></sheetData>`
const white = '<sz val="11"/><color rgb="FFFFFFFF"/>'

test.each<[string, Buffer, string]>([
  [
    'a hidden sheet',
    sheetFile([
      { name: '名单', xml: rows },
      { name: '底稿', xml: rows, state: 'veryHidden' },
    ]),
    'confirm hiddenContent 深度隐藏的工作表“底稿”',
  ],
  [
    'rows that are hidden or without height',
    sheetFile([
      {
        name: '名单',
        xml: rows
          .replace('<row r="1">', '<row r="1" ht="0" customHeight="1">')
          .replace('<row r="2">', '<row r="2" hidden="1">'),
      },
    ]),
    'confirm hiddenContent 工作表“名单”隐藏的第1、2行',
  ],
  [
    'columns',
    sheetFile([
      {
        name: '名单',
        xml: `<cols><col min="2" max="3" width="9" hidden="1"/><col min="28" max="28" width="0"/></cols>${rows}`,
      },
    ]),
    'confirm hiddenContent 工作表“名单”隐藏的B至C、AB列',
  ],
  [
    'rows that are next to nothing',
    sheetFile([{ name: '名单', xml: rows.replace('<row r="1">', '<row r="1" ht="0.75">') }]),
    'confirm hiddenContent 工作表“名单”隐藏的第1行',
  ],
  [
    'a column that is next to nothing',
    sheetFile([{ name: '名单', xml: `<cols><col min="1" max="2" width="0.1" customWidth="1"/></cols>${rows}` }]),
    'confirm hiddenContent 工作表“名单”隐藏的A至B列',
  ],
  [
    'white cells',
    sheetFile([{ name: '名单', xml: marked }], { styles: looks(white) }),
    'confirm paleText 工作表“名单”的A1单元格',
  ],
  [
    'cells of the colour of their ground',
    sheetFile([{ name: '名单', xml: marked }], {
      styles: looks(
        '<color rgb="FF1F4E79"/>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>',
      ),
    }),
    'confirm coveredText 工作表“名单”的A1单元格（与底色相同）',
  ],
  [
    'cells whose format shows nothing',
    sheetFile([{ name: '名单', xml: marked }], {
      styles: looks('<sz val="11"/>', undefined, '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>'),
    }),
    'confirm hiddenContent 工作表“名单”的A1单元格（格式设为不显示）',
  ],
  [
    'another workbook',
    sheetFile([{ name: '名单', xml: rows }], { parts: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' } }),
    'confirm outsideData 从别的工作簿带来的数据',
  ],
  [
    'a pivot table',
    sheetFile([{ name: '名单', xml: rows }], { parts: { 'xl/pivotCache/pivotCacheRecords1.xml': '<r/>' } }),
    'confirm outsideData 数据透视表的明细',
  ],
  [
    'names',
    sheetFile([{ name: '名单', xml: rows }], {
      names:
        '<definedName name="密码" hidden="1">"abc"</definedName><definedName name="_xlnm.Print_Area">名单!$A$1</definedName>',
    }),
    'hint definedNames 密码（隐藏）“"abc"”',
  ],
  [
    'comments',
    sheetFile([{ name: '名单', xml: rows }], {
      parts: {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A1"><text><t>核实</t></text></comment></commentList></comments>',
      },
    }),
    'confirm comments “核实”',
  ],
])('found in a workbook: %s', async (_, file, expected) => {
  expect(await said(file)).toContain(expected)
})

test.each<[string, Buffer]>([
  [
    'narrow columns and low rows that are empty',
    sheetFile([{ name: '名单', xml: `<cols><col min="30" max="31" width="0.3"/></cols>${rows}<row r="9" ht="1.5"/>` }]),
  ],
  ['plain cells', sheetFile([{ name: '名单', xml: `<cols><col min="1" max="2" width="12"/></cols>${rows}` }])],
  [
    'white words on a dark ground',
    sheetFile([{ name: '名单', xml: marked }], {
      styles: looks(white, '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>'),
    }),
  ],
  [
    'a white style of empty cells',
    sheetFile([{ name: '名单', xml: '<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>' }], {
      styles: looks(white),
    }),
  ],
])('nothing is found in a workbook with %s', async (_, file) => {
  expect(await said(file)).toEqual([])
})
