import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromExcel, fromExcelWithGaps, fromWord, fromWps, fromWpsSheet } from '../../../../tests/journeys/clipboards.ts'
import { paragraphsOf } from '../../../text/plain.ts'
import { isSavable } from '../../../text/savable.ts'
import { type Block, Text } from '../../../text/text.ts'
import { fileOfSource, pastedText, picturesIn } from './clean-paste.ts'
import { htmlOfText } from './html-of-text.ts'
import { toldOf } from './told-of-paste.ts'

const linesOf = (html: string): string[] => paragraphsOf(pastedText(html).text)
const blocksOf = (html: string): Block[] => pastedText(html).text.content
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('cells copied from a sheet stay a table', () => {
  const excel = (rows: string) =>
    `<html><head><meta name=Generator content="Microsoft Excel 15"></head><body><table width=261><!--StartFragment--><col width=87 span=3>${rows}<!--EndFragment--></table></body></html>`

  test('with merged and with empty cells, wherever the program marks them as copied', () => {
    const rows =
      '<tr><td align=right>1</td><td>2</td><td>3</td></tr><tr><td rowspan=2>4</td><td colspan=2>5</td></tr><tr><td>6</td><td></td></tr>'
    expect(linesOf(excel(rows))).toEqual(['1\t2\t3', '4\t5', '6\t'])
    expect(blocksOf(excel(rows))).toMatchObject([
      { type: 'table', content: [{}, { content: [{ attrs: { rowspan: 2 } }, { attrs: { colspan: 2 } }] }, {}] },
    ])
    const wps =
      '<table width="216"><!--StartFragment--><col width="72"><tr><td>项目</td><td></td><td>数</td></tr><!--EndFragment--></table>'
    expect(linesOf(wps)).toEqual(['项目\t\t数'])
    expect(linesOf('<!--StartFragment--><td>甲</td><td>乙</td><!--EndFragment-->')).toEqual(['甲\t乙'])
  })

  test('one cell is its words', () => {
    expect(blocksOf(excel('<tr><td align=right>1,234.5</td></tr>'))).toEqual([paragraph('1,234.5')])
  })

  test('hidden rows and columns are left out and told, and what is merged over them shrinks', () => {
    const hidden = `<table><!--StartFragment--><col><col width=0 style='display:none'><col>
      <tr><td>甲</td><td style='display:none'>隐</td><td>丙</td></tr>
      <tr style='display:none'><td rowspan=2>跨</td><td>x</td><td>隐行</td></tr>
      <tr><td>y</td><td>末</td></tr>
      <tr><td colspan=2>合</td><td>尾</td></tr><!--EndFragment--></table>`
    expect(linesOf(hidden)).toEqual(['甲\t丙', '跨\t末', '合\t尾'])
    expect(pastedText(hidden).hiddenLines).toBe(2)
  })

  test('what a class says of a cell is read: struck out, raised, hidden', () => {
    const html = `<style>.x1{text-decoration:line-through}\n.font5\n\t{vertical-align:super}</style>${excel('<tr><td class=x1>旧</td><td>km<font class="font5">2</font></td></tr>')}`
    expect(linesOf(html)).toEqual(['〔已划去：旧〕\tkm²'])
    expect(pastedText(html).hasStruck).toBe(true)
  })

  test('as Excel and WPS copy them', () => {
    expect([fromExcel, fromExcelWithGaps, fromWpsSheet].map(linesOf)).toEqual([
      ['1\t2\t3', '4\t5', '6\t7'],
      ['项目\t单位\t数', '用水\t\t12', '合计\t\t12'],
      ['项目\t\t数', '用水\t万吨\t12'],
    ])
  })
})

describe('lists of Word', () => {
  const item = (mark: string, text: string, level = 1, list = 'l0') =>
    `<p class=MsoListParagraph style='mso-list:${list} level${level} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span></span><![endif]>${text}</p>`

  test('numbers stay as they are printed, bullets become lists, in one run of both', () => {
    expect(linesOf(item('一、', '甲') + item('（一）', '子', 2) + item('1.', '细', 3) + item('2.', '细', 3))).toEqual([
      '一、甲',
      '（一）子',
      '1. 细',
      '2. 细',
    ])
    const mixed = blocksOf(item('（一）', '甲') + item('l', '点', 3) + item('l', '点', 2) + item('（二）', '乙'))
    expect(mixed).toMatchObject([paragraph('（一）甲'), { type: 'bulletList' }, paragraph('（二）乙')])
    expect(mixed[1]).toMatchObject({ content: [{ content: [paragraph('点')] }, { content: [paragraph('点')] }] })
  })

  test('three levels of bullets with a bold word, and two levels in a cell, are a text that can be saved', () => {
    const deep = '<ul><li>一<ul><li>二<ul><li><b>三</b></li></ul></li></ul></li></ul>'
    const inCell = '<table><tr><td><ul><li>一<ul><li><b>二</b></li></ul></li></ul></td><td>乙</td></tr></table>'
    for (const html of [deep, inCell]) expect(Text.safeParse(pastedText(html).text).error).toBeUndefined()
    expect(linesOf(deep)).toEqual(['一', '二', '三'])
  })

  test.each([
    ['<ol start=3><li>甲</li><li>乙</li></ol>', ['3. 甲', '4. 乙']],
    ['<ol type=i><li>甲</li><li>乙</li></ol>', ['i. 甲', 'ii. 乙']],
    ['<ol style="list-style-type:cjk-ideographic"><li><p>甲</p></li></ol>', ['一、甲']],
    ['<ol><li>甲</li><li value=5>乙</li></ol>', ['1. 甲', '5. 乙']],
    ['<ol reversed><li>甲</li><li>乙</li></ol>', ['2. 甲', '1. 乙']],
  ])('%s is written out', (html, expected) => {
    expect(linesOf(html)).toEqual(expected)
  })
})

describe('marks, links and pictures', () => {
  test('raised, lowered and struck words, however they are written', () => {
    const html =
      '<p>m<sup>2</sup>，CO<span style="vertical-align:sub">2</span>，<s>甲</s><strike>乙</strike><span style="text-decoration:underline line-through">丙</span></p>'
    expect(linesOf(html)).toEqual(['m²，CO₂，〔已划去：甲乙丙〕'])
    expect(htmlOfText(pastedText(html).text)).toContain('<u><s>丙</s></u>')
  })

  test('marks of notes lead nowhere, since the page has no such places', () => {
    expect(
      JSON.stringify(
        blocksOf('<p>文<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><p><a href="#_ftnref1">[1]</a> 注</p>'),
      ),
    ).not.toContain('link')
    expect(linesOf('<p>文<a href="#_ftn1"><sup>[1]</sup></a></p>')).toEqual(['文[1]'])
    const withPage =
      '<p>文<a href="https://a.example/b#_ftn1"><sup>[1]</sup></a><a href="https://a.example/#_ednref2">二</a></p>'
    expect(JSON.stringify(blocksOf(withPage))).not.toContain('link')
    expect(JSON.stringify(blocksOf('<p><a href="https://a.example/b#c">文</a></p>'))).toContain('link')
  })

  test('pictures that the clipboard brings become files; others are counted', () => {
    const source = 'data:image/png;base64,iVBORw0KGgo='
    const html = `<p>前<img src="${source}" alt="图">后<img src="file:///C:/a.png"></p>`
    expect(picturesIn(html)).toEqual([source])
    expect(fileOfSource(source, '图')).toMatchObject({ name: '图.png', type: 'image/png', size: 8 })
    expect(fileOfSource('data:image/svg+xml;base64,AAAA', '图')).toBeUndefined()
    const id = '01a20c4d-0000-7000-8000-000000000000'
    const pasted = pastedText(html, (wanted) => (wanted === source ? id : undefined))
    expect(pasted.lostPictures).toBe(1)
    expect(pasted.text.content[1]).toEqual({ type: 'image', attrs: { fileId: id, alt: '图' } })
  })

  const word = (body: string) =>
    `<html xmlns:w="urn:schemas-microsoft-com:office:word"><style>span.msoIns{text-decoration:underline;color:teal}span.msoDel{text-decoration:line-through}</style><body>${body}</body></html>`
  const change = 'cite="mailto:x" datetime="2026-01-01T00:00"'

  test.each([
    [
      'Word',
      word(
        `<p>收费<span class=msoDel><del ${change}>十</del></span><span class=msoIns><ins ${change}>二十</ins></span>元</p>`,
      ),
    ],
    ['Word without the tags', word('<p>收费<span class=msoDel>十</span><span class=msoIns>二十</span>元</p>')],
    [
      'WPS',
      `<meta name="Generator" content="Kingsoft WPS"><p class="MsoNormal">收费<del>十</del><ins>二十</ins>元</p>`,
    ],
    ['styles', `<p>收费<span style="mso-del-author:张三">十</span><span style="mso-ins-author:张三">二十</span>元</p>`],
  ])('changes that %s tracks come in as accepted, and what they delete is named', (_, html) => {
    const pasted = pastedText(html)
    expect(pasted.text.content).toEqual([paragraph('收费二十元')])
    expect(toldOf(pasted)).toEqual(['粘贴的内容里有2处修订，已按接受全部修订带入，请核对，删去的文字没有带入：“十”'])
  })

  test('what a web page strikes out is no tracked change: it is kept struck, and told', () => {
    const pasted = pastedText('<p>价格<del>十元</del><ins>九元</ins></p>')
    expect(paragraphsOf(pasted.text)).toEqual(['价格〔已划去：十元〕九元'])
    expect(toldOf(pasted)).toEqual([expect.stringContaining('加删除线的文字，已照样划去')])
  })

  test('a remark of Word is left out and counted; the words that it is about stay', () => {
    const html = word(
      `<p>经<a style='mso-comment-reference:张_1;mso-comment-date:20260101T1200'>市政府同意</a><span class=MsoCommentReference><span><a class=msocomanchor href="#_msocom_1">[张1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>，印发。</p><div style='mso-element:comment-list'><div style='mso-element:comment'><p>请核实</p></div></div>`,
    )
    const pasted = pastedText(html)
    expect(paragraphsOf(pasted.text).filter(Boolean)).toEqual(['经市政府同意，印发。'])
    expect(toldOf(pasted)).toEqual(['粘贴的内容里有1条批注，没有带入'])
  })

  test('tables within tables become lines', () => {
    expect(
      linesOf(
        '<table><tr><td>外<table><tr><td><p>项</p></td><td>数</td></tr><tr><td>水</td><td>12</td></tr></table></td><td>右</td></tr></table>',
      ),
    ).toEqual(['外\n项 | 数\n水 | 12\t右'])
  })
})

test('whatever stands on the clipboard, the text is one that the server takes, and comes through the editor’s HTML unchanged', () => {
  const tag = fc.constantFrom(
    ...'p div h1 ul ol li table tr td th col blockquote b s sup sub span a img o:p style font'.split(' '),
  )
  const attribute = fc.constantFrom(
    '',
    ' colspan=3',
    ' rowspan=4',
    ' style="display:none"',
    ' style="mso-list:l0 level3 lfo1"',
    ' style="mso-list:Ignore"',
    ' class=x',
    ' href="#_ftn1"',
    ' href="https://www.gov.cn/"',
    ' data-file-id=x',
    ' start=4',
    ' type=I',
  )
  const piece = fc.oneof(
    fc.tuple(tag, attribute).map(([name, given]) => `<${name}${given}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      '字',
      '1.',
      '（一）',
      '&nbsp;',
      '<!--StartFragment-->',
      '<!--EndFragment-->',
      '<![if !supportLists]>',
      '\ud800',
      '\u0000',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 100 }), (parts) => {
      const { text } = pastedText(parts.join(''))
      expect(Text.safeParse(text).error).toBeUndefined()
      expect(isSavable(text)).toBe(true)
      // A table of one cell, pasted once more, is its words.
      if (text.content.length > 1) expect(paragraphsOf(pastedText(htmlOfText(text)).text)).toEqual(paragraphsOf(text))
    }),
    { numRuns: 600 },
  )
  for (const [name, times] of [
    ['ul><li', 400],
    ['div', 5000],
    ['table><tr><td', 300],
    ['blockquote', 400],
  ] as const)
    expect(Text.safeParse(pastedText(`${`<${name}>`.repeat(times)}<b>字</b>`).text).error, name).toBeUndefined()
})

test('what Word and WPS bring keeps its words', () => {
  expect(linesOf(fromWord)).toContain('（一）登记；')
  expect(blocksOf(fromWord)[1]).toMatchObject({
    content: [{ text: '第一条' }, { text: ' 为了规范普查工作，制定本办法。' }],
  })
  expect(pastedText(fromWord).hidden).toEqual(['隐藏的批示'])
  expect(linesOf(fromWps)).toContain('3. 自查；')
})

test.for<[string, string, string, string]>([
  [
    'a reading above a word',
    '<p>甲<ruby>汉<rp>(</rp><rt>han</rt><rp>)</rp></ruby>乙</p>',
    '甲汉乙',
    '1处拼音注音没有带入，只保留了被注音的文字：“han”',
  ],
  ['an equation', '<p>甲<math><mi>x</mi><mo>=</mo><mn>1</mn></math>乙</p>', '甲乙', '1处公式没有带入'],
  [
    'words of a drawing',
    '<p>甲<svg><text>图中的字</text></svg>乙</p>',
    '甲乙',
    '1处图形里的文字没有带入，请写进正文，或者截图插入：“图中的字”',
  ],
  ['what a form holds', '<p>甲<input value="7">乙</p>', '甲乙', '1处表单里填写的内容没有带入，请写进正文：“7”'],
  [
    'white words',
    '<p>甲<span style="font-size:9pt;color:#FFFFFF">白<b>字</b></span>乙</p>',
    '甲白字乙',
    '1处白色文字已带入，网页上看得见，请核对是否应当公开：“白字”',
  ],
])('%s is named, kept or not', ([, html, text, said]) => {
  expect(linesOf(html)).toEqual([text])
  expect(toldOf(pastedText(html))).toEqual([expect.stringContaining(said)])
})

test('white words on a ground of colour are seen by everybody', () => {
  expect(toldOf(pastedText('<p><span style="color:white;background:#004098">标题</span></p>'))).toEqual([])
})
