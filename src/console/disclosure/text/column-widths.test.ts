import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { addColumnAfter } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { fillWidths } from './column-widths.ts'
import { textExtensions } from './schema.ts'

const schema = getSchema(textExtensions)
const cell = (colwidth: readonly number[] | null) => ({
  type: 'tableCell',
  attrs: { colspan: colwidth?.length ?? 1, rowspan: 1, colwidth },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: '数' }] }],
})
const tableOf = (...rows: (readonly number[] | null)[][]) =>
  EditorState.create({
    doc: schema.nodeFromJSON({
      type: 'doc',
      content: [{ type: 'table', content: rows.map((cells) => ({ type: 'tableRow', content: cells.map(cell) })) }],
    }),
  })

/** The widths of each row after a column was added behind the first one. */
function withColumn(state: EditorState) {
  let tr = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(3)))).tr
  addColumnAfter(state.apply(tr), (made) => {
    tr = made
  })
  fillWidths(tr)
  const widths: unknown[][] = []
  tr.doc.firstChild?.forEach((row) => {
    const own: unknown[] = []
    row.forEach(({ attrs }) => void own.push(attrs.colwidth))
    widths.push(own)
  })
  return widths
}

test.for([
  [
    'is as wide as the others on average',
    [
      [[100], [200]],
      [[100], [200]],
    ],
    [
      [[100], [150], [200]],
      [[100], [150], [200]],
    ],
  ],
  ['has no width where none was drawn', [[null, null]], [[null, null, null]]],
] as const)('a column that is added %s', ([, rows, widths]) => {
  expect(withColumn(tableOf(...rows.map((row) => [...row])))).toEqual(widths)
})
