import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { TableRow } from '../../text/text.ts'
import { RecordText } from './record-text.tsx'

const row = (texts: readonly string[]): TableRow => ({
  type: 'tableRow',
  content: texts.map((text) => ({
    type: 'tableCell',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })),
})
const shown = (...cells: string[]) =>
  renderToStaticMarkup(
    <RecordText text={{ type: 'doc', content: [{ type: 'table', content: [row(cells)] }] }} fileAt={(file) => file} />,
  )

test.for([
  { cells: ['项目', '周期', '时间'], isRegion: false },
  { cells: ['项目', '周期', '时间', '说明'], isRegion: true },
  { cells: ['项目', '1,234,567.00'], isRegion: false },
  { cells: ['项目', '1,234,567.00', '5%'], isRegion: true },
])(
  'a table is a region that the keyboard reaches only where it may be wider than a phone: $cells',
  ({ cells, isRegion }) => {
    expect(shown(...cells).includes('aria-label="表格1，可左右滚动" tabindex="0"')).toBe(isRegion)
  },
)

test('a note leads to its paragraph and back, and a table is as wide as it was drawn', () => {
  const words = (text: string, ...marks: 'superscript'[]) => ({
    type: 'text' as const,
    text,
    ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
  })
  const html = renderToStaticMarkup(
    <RecordText
      text={{
        type: 'doc',
        content: [
          { type: 'paragraph', content: [words('数'), words('[1]', 'superscript')] },
          { type: 'table', attrs: { widths: [100, 300] }, content: [row(['甲', '乙'])] },
          { type: 'paragraph', content: [words('[1] 快报数')] },
        ],
      }}
      fileAt={(file) => file}
    />,
  )
  expect(html).toContain('数<sup><a href="#note-1" id="note-call-1" aria-label="注释[1]">[1]</a></sup>')
  expect(html).toContain('<p id="note-1"><a href="#note-call-1" aria-label="[1]回到正文">[1]</a> 快报数</p>')
  expect(html).toContain('<colgroup><col width="25%"/><col width="75%"/></colgroup>')
})
