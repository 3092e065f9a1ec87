import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { cellAround, columnResizingPluginKey, TableMap } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'

/** A table in the editor, `start` being the place of its first row. */
interface Place {
  readonly table: Node
  readonly start: number
}

const narrowest = 25

function placeAt(view: EditorView, cell: number): Place {
  const $cell = view.state.doc.resolve(cell)
  return { table: $cell.node(-1), start: $cell.start(-1) }
}

/** How wide each column is shown; a cell over several has its parts alike. */
function shownWidths(view: EditorView, { table, start }: Place): number[] {
  const map = TableMap.get(table)
  return Array.from({ length: map.width }, (_, column) => {
    const cells = Array.from({ length: map.height }, (__, row) => map.map[row * map.width + column] ?? 0)
    const spanOf = (at: number) => Number(table.nodeAt(at)?.attrs.colspan ?? 1)
    const cell = cells.reduce((least, each) => (spanOf(each) < spanOf(least) ? each : least), cells[0] ?? 0)
    const dom = view.nodeDOM(start + cell)
    return Math.round((dom instanceof HTMLElement ? dom.offsetWidth : 100) / spanOf(cell))
  })
}

/** Gives each column its width, or none to any. */
function settingWidths(tr: Transaction, { table, start }: Place, widths: readonly number[] | null): Transaction {
  const map = TableMap.get(table)
  for (const cell of new Set(map.map)) {
    const column = map.colCount(cell)
    const attrs = table.nodeAt(cell)?.attrs
    const colwidth = widths?.slice(column, column + Number(attrs?.colspan ?? 1)) ?? null
    tr.setNodeMarkup(start + cell, null, { ...attrs, colwidth })
  }
  return tr
}

/** Makes the column in which the cursor stands wider, or narrower; its neighbours stay as they are. */
export function widen(view: EditorView, by: number): void {
  const $cell = cellAround(view.state.selection.$from)
  if (!$cell) return
  const place = placeAt(view, $cell.pos)
  const column = TableMap.get(place.table).colCount($cell.pos - place.start)
  const widths = shownWidths(view, place).map((width, at) => (at === column ? Math.max(narrowest, width + by) : width))
  view.dispatch(settingWidths(view.state.tr, place, widths))
}

/** The columns of the table in which the cursor stands are as wide as their words need again. */
export function forgetWidths(view: EditorView): void {
  const $cell = cellAround(view.state.selection.$from)
  if ($cell) view.dispatch(settingWidths(view.state.tr, placeAt(view, $cell.pos), null))
}

/** The width drawn for each column; 0 where none was. */
function drawnWidths(table: Node): number[] {
  const map = TableMap.get(table)
  const widths = Array.from({ length: map.width }, () => 0)
  for (const cell of new Set(map.map)) {
    const own: readonly number[] = table.nodeAt(cell)?.attrs.colwidth ?? []
    for (const [part, width] of own.entries()) if (width > 0) widths[map.colCount(cell) + part] = width
  }
  return widths
}

/** A column that was added to a table with drawn widths is as wide as the others are on average, as it is shown to readers. */
export function fillWidths(tr: Transaction): void {
  const $cell = cellAround(tr.selection.$from)
  if (!$cell) return
  const place = { table: $cell.node(-1), start: $cell.start(-1) }
  const widths = drawnWidths(place.table)
  const drawn = widths.filter((width) => width > 0)
  if (drawn.length === 0 || drawn.length === widths.length) return
  const usual = Math.round(drawn.reduce((sum, width) => sum + width, 0) / drawn.length)
  settingWidths(
    tr,
    place,
    widths.map((width) => width || usual),
  )
}

const hasAllWidths = ({ table }: Place): boolean =>
  [...new Set(TableMap.get(table).map)].every((cell) => table.nodeAt(cell)?.attrs.colwidth)

/** Before one column is drawn, the others keep the width that they are shown in: widths count against each other. */
export const columnWidths = Extension.create({
  name: 'columnWidths',
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          mousedown: (view) => {
            const handle = columnResizingPluginKey.getState(view.state)?.activeHandle ?? -1
            if (handle < 0) return false
            const place = placeAt(view, handle)
            if (!hasAllWidths(place)) view.dispatch(settingWidths(view.state.tr, place, shownWidths(view, place)))
            return false
          },
        },
      },
    }),
  ],
})
