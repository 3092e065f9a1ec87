import { expect, test } from 'vitest'
import { pageFromHtml } from './from-html.ts'
import { readPage } from './read-page.ts'

const report = `<h1>示例市统计局2024年政府信息公开工作年度报告</h1><p>根据条例第五十条，编制本报告，统计期限为2024年。</p>
<h2>一、总体情况</h2><p>主动公开信息3条。</p><h2>五、存在的主要问题及改进情况</h2><p>问题是解读偏少。</p>
<h2>六、其他需要报告的事项</h2><p>未收取信息处理费。</p>`
const footer = '<ul><li>网站地图</li><li>关于本站</li></ul><p>主办：示例市统计局，电话：0000-0000000。</p>'

const wordsOf = (html: string, id: string) =>
  readPage(pageFromHtml(html))
    .report.sections.find((section) => section.id === id)
    ?.paragraphs.filter(Boolean)

test.for([
  ['below its article', `<main><article>${report}</article><div>${footer}</div></main>`],
  ['below what it has as its own', `<nav>首页，政务公开。</nav><main>${report}</main><div>${footer}</div>`],
  ['in a footer', `<div>${report}</div><footer>${footer}</footer>`],
  ['beside it', `<div>${report}</div><aside>${footer}</aside><nav>${footer}</nav>`],
])('what a page shows %s is no word of the report', ([, html = '']) => {
  expect(wordsOf(html, 'otherMatters')).toEqual(['未收取信息处理费。'])
  expect(wordsOf(html, 'overview')).toEqual(['主动公开信息3条。'])
})

test('nothing is left out where the page calls its whole text a footer, or a section stands wholly beside it', () => {
  expect(wordsOf(`<footer>${report}</footer>`, 'otherMatters')).toEqual(['未收取信息处理费。'])
  const split = report.replace('<h2>六', '</article><h2>六')
  expect(wordsOf(`<article>${split}`, 'otherMatters')).toEqual(['未收取信息处理费。'])
  const after = report.replace('<p>未收', '</article><p>未收')
  expect(wordsOf(`<article>${after}`, 'otherMatters')).toEqual(['未收取信息处理费。'])
})

test('a heading that the page prints again over its table is no sentence of the part before', () => {
  const twice =
    '<h2>二、主动公开政府信息情况</h2><table><caption>二、主动公开政府信息情况</caption><tr><td>规章</td></tr></table>'
  const html = report.replace('<h2>五', `${twice}<h2>五`)
  expect(wordsOf(html, 'overview')).toEqual(['主动公开信息3条。'])
})
