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
