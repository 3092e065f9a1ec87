import { expect, test } from 'vitest'
import { wordFile, wordParagraph, wordRun } from '../testing/word-file.ts'
import { readWord } from './read-word.ts'
import type { WordPage } from './word-page.ts'

async function pageOf(body: string, parts: Readonly<Record<string, string | Buffer>> = {}): Promise<WordPage> {
  const page = await readWord(wordFile(body, parts))
  if ('fault' in page) throw new Error(page.fault)
  return page
}
const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const mathRun = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (words: string) => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const words = (text: string, properties = '') => wordParagraph(wordRun(text, properties))

test.for<[string, string, string, readonly (readonly [string, string])[]]>([
  [
    'raised and lowered words',
    wordRun('10') +
      wordRun('8', '<w:vertAlign w:val="superscript"/>') +
      wordRun('CO') +
      wordRun('2', '<w:vertAlign w:val="subscript"/>') +
      wordRun('6', '<w:position w:val="12"/>') +
      wordRun('元', '<w:position w:val="12"/>'),
    '10<sup>8</sup>CO<sub>2</sub><sup>6</sup>元',
    [],
  ],
  [
    'words whose direction is turned by signs',
    wordRun('合计\u202e001\u202c元'),
    '合计\u202e001\u202c元',
    [['turnedText', '合计001元']],
  ],
  [
    'struck words, once or twice',
    wordRun('甲') +
      wordRun('旧', '<w:strike/>') +
      wordRun('再旧', '<w:dstrike/>') +
      wordRun('新', '<w:strike w:val="0"/>'),
    '甲<s>旧再旧</s>新',
    [
      ['struck', '旧'],
      ['struck', '再旧'],
    ],
  ],
  [
    'a reading above a character',
    `<w:r><w:ruby><w:rt>${wordRun('hè')}</w:rt><w:rubyBase>${wordRun('鹤')}</w:rubyBase></w:ruby></w:r>${wordRun('岗')}`,
    '鹤岗',
    [['ruby', '鹤：hè']],
  ],
  [
    'a reading written as a field',
    `${mark('begin')}${code('EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(hè),鹤)')}${mark('end')}${wordRun('岗')}`,
    '鹤岗',
    [['ruby', '鹤：hè']],
  ],
  [
    'fields with results',
    `<w:fldSimple w:instr=" =SUM(ABOVE) ">${wordRun('1,234')}</w:fldSimple>${mark('begin')}${code(' REF a ')}${mark('separate')}${wordRun('第三条')}${mark('end')}`,
    '1,234第三条',
    [],
  ],
  [
    'fields without',
    `<w:fldSimple w:instr=" DATE "/>${mark('begin')}${code(' PAGE ')}${mark('end')}${mark('begin')}${code(' XE "词" ')}${mark('end')}${wordRun('后')}`,
    '后',
    [
      ['emptyField', 'DATE'],
      ['emptyField', 'PAGE'],
    ],
  ],
  [
    'fields within the code of others',
    `${mark('begin')}${code(' IF ')}${mark('begin')}${code(' MERGEFIELD a ')}${mark('separate')}${wordRun('不印')}${mark('end')}${code(' = 1 "甲" "乙" ')}${mark('separate')}${wordRun('乙')}${mark('end')}`,
    '乙',
    [],
  ],
  [
    'a field that never ends, and swallows nothing that follows',
    `${mark('begin')}${code(' PAGE ')}</w:p><w:p>${wordRun('下一段')}`,
    '下一段',
    [['emptyField', 'PAGE']],
  ],
  [
    'a square',
    `<m:oMath ${math}><m:sSup><m:e>${mathRun('x')}</m:e><m:sup>${mathRun('2')}</m:sup></m:sSup>${mathRun('+y')}</m:oMath>`,
    'x<sup>2</sup>+y',
    [['equation', 'x^2+y']],
  ],
  [
    'fractions, roots, sums and brackets',
    `<m:oMath ${math}><m:f><m:num>${mathRun('a+b')}</m:num><m:den>${mathRun('2')}</m:den></m:f><m:rad><m:deg/><m:e>${mathRun('c')}</m:e></m:rad><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mathRun('i=1')}</m:sub><m:sup>${mathRun('n')}</m:sup><m:e>${mathRun('i')}</m:e></m:nary><m:d><m:e>${mathRun('d')}</m:e></m:d></m:oMath>`,
    '(a+b)/2√(c)∑_(i=1)^ni(d)',
    [['equation', '(a+b)/2√(c)∑_(i=1)^ni(d)']],
  ],
  [
    'controls: what was filled in stays, what asks for it does not',
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${wordRun('已填')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${wordRun('单击此处')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${wordRun('☒')}</w:sdtContent></w:sdt>`,
    '已填☒',
    [['placeholder', '单击此处']],
  ],
  [
    'white words on white, and words of one point, are hidden; on a dark ground they are read',
    wordRun('甲') +
      wordRun('白', '<w:color w:val="FFFFFF"/>') +
      wordRun('微', '<w:sz w:val="2"/>') +
      wordRun('题', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'),
    '甲题',
    [],
  ],
  [
    'signs: hyphens that do not break, capitals, ticked boxes',
    `<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2月</w:t><w:softHyphen/></w:r>${wordRun('gdp&amp;', '<w:caps/>')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`,
    '1-2月GDP&amp;☑',
    [],
  ],
  [
    'alternatives of newer programs',
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x">${wordRun('新')}</mc:Choice></mc:AlternateContent>`,
    '新',
    [],
  ],
])('%s', async ([, content, html, losses]) => {
  const page = await pageOf(wordParagraph(content))
  expect(page.html).toBe(`<p>${html}</p>`)
  expect(page.losses.map(({ kind, words: said }) => [kind, said])).toEqual(losses)
})

test('each loss says in which paragraph it is', async () => {
  const { losses } = await pageOf(
    words('前文') + wordParagraph(wordRun('本通知有效。'), wordRun('旧规定', '<w:strike/>')),
  )
  expect(losses).toEqual([{ kind: 'struck', words: '旧规定', near: '本通知有效。旧规定' }])
})

test('what a style says of its words counts as if it were said of them', async () => {
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="s"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
  const page = await pageOf(
    `${wordParagraph(wordRun('旧', '<w:rStyle w:val="s"/>'))}<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>${wordRun('隐')}</w:p>`,
    { 'word/styles.xml': styles },
  )
  expect(page).toMatchObject({ html: '<p><s>旧</s></p>', hidden: ['隐'] })
})

test('notes stand at the end under the number by which the text calls them, and lead nowhere else', async () => {
  const page = await pageOf(
    wordParagraph(
      wordRun('数'),
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      wordRun('文'),
      '<w:r><w:endnoteReference w:id="2"/></w:r>',
    ),
    {
      'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${wordRun('快报数。')}</w:p></w:footnote></w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote w:id="2">${words('尾注。')}</w:endnote></w:endnotes>`,
    },
  )
  expect(page.html).toBe('<p>数<sup>[1]</sup>文<sup>[2]</sup></p><p>[1] 快报数。</p><p>[2] 尾注。</p>')
  expect(page.losses.map(({ kind }) => kind)).toEqual(['note', 'note'])
})

test('rows stand in the columns in which Word has them', async () => {
  const rows =
    `<w:tr>${cell(words('甲'))}${cell(words('乙'))}${cell(words('丙'))}</w:tr>` +
    `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell(words('只在丙列'))}</w:tr>` +
    `<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>${cell(words('合并'), '<w:hMerge w:val="restart"/>')}${cell('<w:p/>', '<w:hMerge/>')}</w:tr>`
  const { html } = await pageOf(`<w:tbl>${rows}</w:tbl>`)
  expect(html).toBe(
    '<table><tr><td><p>甲</p></td><td><p>乙</p></td><td><p>丙</p></td></tr><tr><td colspan="2"></td><td><p>只在丙列</p></td></tr><tr><td colspan="2"><p>合并</p></td><td></td></tr></table>',
  )
})

test('a table in a cell becomes lines that can be read; hidden rows are left out and said', async () => {
  const inner = `<w:tbl><w:tr>${cell(words('项'))}${cell(words('数'))}</w:tr><w:tr>${cell(words('水'))}${cell(words('12'))}</w:tr></w:tbl>`
  const page = await pageOf(
    `<w:tbl><w:tr>${cell(`${inner}<w:p/>`)}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>${cell(words('隐行'))}</w:tr></w:tbl>`,
  )
  expect(page.html).toBe('<table><tr><td><p>项 | 数</p><p>水 | 12</p></td></tr></table>')
  expect(page).toMatchObject({ hidden: ['隐行'], losses: [{ kind: 'nestedTable', words: '项 | 数水 | 12' }] })
})

test('frames go behind their paragraph once; charts, diagrams, objects, shapes and headers are named', async () => {
  const frame = `<w:txbxContent>${words('框内')}</w:txbxContent>`
  const both = `<mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="wps"><w:drawing>${frame}</w:drawing></mc:Choice><mc:Fallback><w:pict>${frame}</w:pict></mc:Fallback></mc:AlternateContent>`
  const graphic = (kind: string) =>
    `<w:drawing><a:graphic xmlns:a="a"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${kind}"/></a:graphic></w:drawing>`
  const page = await pageOf(
    wordParagraph(wordRun('前'), `<w:r>${both}</w:r>`, wordRun('后')) +
      wordParagraph(
        wordRun('图'),
        `<w:r>${graphic('chart')}${graphic('diagram')}<w:object><o:OLEObject xmlns:o="o" ProgID="Excel.Sheet.12"/></w:object><w:object><o:OLEObject xmlns:o="o" ProgID="Equation.3"/></w:object><w:pict/></w:r>`,
      ),
    {
      'word/header1.xml': `<w:hdr xmlns:w="w">${words('内部文稿')}</w:hdr>`,
      'word/footer1.xml': `<w:ftr xmlns:w="w">${words('— 1 —')}</w:ftr>`,
    },
  )
  expect(page.html).toBe('<p>前后</p><p>框内</p><p>图</p>')
  expect(page.losses.map(({ kind, words: said }) => kind + said)).toEqual([
    'textBox框内',
    'chart',
    'diagram',
    'object',
    'equationObject',
    'shape',
    'headerFooter内部文稿',
  ])
})

test('words of a diagram stay, behind its paragraph; those of a chart are named with it', async () => {
  const drawing = (uri: string, call: string) =>
    `<w:r><w:drawing><a:graphic xmlns:a="a"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${call}</a:graphicData></a:graphic></w:drawing></w:r>`
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const line = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
  const page = await pageOf(
    wordParagraph(
      wordRun('流程见图。'),
      drawing('diagram', '<dgm:relIds xmlns:dgm="d" r:dm="r8" r:lo="r9"/>'),
      drawing('chart', '<c:chart xmlns:c="c" r:id="r7"/>'),
    ) + words('后文'),
    {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r7" Type="${type}/chart" Target="charts/chart1.xml"/><Relationship Target="/word/diagrams/data1.xml" Type="${type}/diagramData" Id="r8"/></Relationships>`,
      'word/charts/chart1.xml': `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:title>${line('2025年用水量')}</c:title><c:cat><c:strCache><c:pt><c:v>城区&amp;郊区</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache></c:val></c:chartSpace>`,
      'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt type="doc"><dgm:t>${line('无')}</dgm:t></dgm:pt><dgm:pt><dgm:t>${line('受理')}</dgm:t></dgm:pt><dgm:pt type="node"><dgm:t>${line('审查')}${line('决定')}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
    },
  )
  expect(page.html).toBe('<p>流程见图。</p><p>受理</p><p>审查</p><p>决定</p><p>后文</p>')
  expect(page.losses).toEqual([
    { kind: 'diagramWords', words: '受理、审查、决定', near: '流程见图。' },
    { kind: 'chart', words: '2025年用水量、城区&郊区', near: '流程见图。' },
  ])
})

test('what the reading library does not know is passed on to it, and what it says of it is kept', async () => {
  const { messages } = await pageOf(wordParagraph(wordRun('甲'), '<w:unheardOf/>'))
  expect(messages).toEqual(['An unrecognised element was ignored: w:unheardOf'])
})
