import {
  childrenOf,
  foundIn,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../../typesetting/markup-tree.ts'
import { styleOf } from './pasted-styles.ts'

const partOfTable =
  /^(?:\s|<!--(?:(?!-->)[\s\S]){0,2000}-->){0,20}<(col|colgroup|caption|thead|tbody|tfoot|tr|td|th)\b/i

/**
 * What the program marks as copied. Excel and WPS mark the rows inside a table, which without it would fall apart into
 * words.
 */
export function copiedPart(html: string): string {
  const from = /<!--\s{0,9}StartFragment\s{0,9}-->/i.exec(html)
  const rest = from ? html.slice(from.index + from[0].length) : html
  const to = from ? rest.search(/<!--\s{0,9}EndFragment\s{0,9}-->/i) : -1
  const part = to < 0 ? rest : rest.slice(0, to)
  const [, first] = partOfTable.exec(part) ?? []
  if (first === undefined) return part
  return /^t[dh]$/i.test(first) ? `<table><tr>${part}</tr></table>` : `<table>${part}</table>`
}

const isHidden = (element: MarkupElement): boolean =>
  /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse))/i.test(styleOf(element)) ||
  'hidden' in element.attributes

const numberOf = (value: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), 100)

/** Tables without the rows and columns that a sheet had hidden, and how many those were. */
export function withoutHiddenCells(nodes: readonly MarkupNode[]): { nodes: MarkupNode[]; hiddenLines: number } {
  let hiddenLines = 0
  const clean = (node: MarkupNode): MarkupNode => {
    if (!isElement(node)) return node
    if (node.name !== 'table') return { ...node, children: node.children.map(clean) }
    const columns = hiddenColumns(node)
    const rows = foundIn(node, ({ name }) => name === 'tr')
    hiddenLines += columns.size + rows.filter(isHidden).length
    return columns.size === 0 && !rows.some(isHidden) ? node : { ...node, children: keptRows(rows, columns) }
  }
  return { nodes: nodes.map(clean), hiddenLines }
}

function hiddenColumns(table: MarkupElement): Set<number> {
  const hidden = new Set<number>()
  let at = 0
  for (const column of foundIn(table, ({ name }) => name === 'col')) {
    const span = numberOf(column.attributes.span)
    const isNarrow = column.attributes.width === '0'
    for (let each = at; each < at + span; each += 1) if (isNarrow || isHidden(column)) hidden.add(each)
    at += span
  }
  return hidden
}

/** Spans shrink by what is hidden within them; what begins in a hidden row and reaches below it begins in the next one. */
function keptRows(rows: readonly MarkupElement[], hidden: ReadonlySet<number>): MarkupElement[] {
  /** Rows that each column is still covered from above. */
  const covered: number[] = []
  const kept: MarkupElement[] = []
  let waiting: { column: number; cell: MarkupElement }[] = []
  for (const [index, row] of rows.entries()) {
    const cells = waiting
    let column = 0
    for (const cell of childrenOf(row).filter(({ name }) => name === 'td' || name === 'th')) {
      while ((covered[column] ?? 0) > 0) column += 1
      const wide = numberOf(cell.attributes.colspan)
      const high = numberOf(cell.attributes.rowspan)
      const columns = Array.from({ length: wide }, (_, each) => column + each)
      for (const each of columns) covered[each] = high
      const colspan = columns.filter((each) => !hidden.has(each)).length
      const rowspan = rows.slice(index, index + high).filter((each) => !isHidden(each)).length
      const attributes = { ...cell.attributes, colspan: `${colspan}`, rowspan: `${rowspan}` }
      if (colspan > 0 && rowspan > 0) cells.push({ column, cell: { ...cell, attributes } })
      column += wide
    }
    for (let each = 0; each < covered.length; each += 1) covered[each] = Math.max(0, (covered[each] ?? 0) - 1)
    waiting = isHidden(row) ? cells : []
    if (!isHidden(row))
      kept.push({ ...row, children: cells.sort((a, b) => a.column - b.column).map(({ cell }) => cell) })
  }
  return kept
}

/** A single copied cell is its words, and no table. */
export function asWords(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const shown = nodes.filter((node) => isElement(node) || node.trim() !== '')
  const [only] = shown
  if (shown.length !== 1 || !only || !isElement(only, 'table')) return nodes
  const cells = foundIn(only, ({ name }) => name === 'td' || name === 'th')
  return cells.length === 1 && cells[0]
    ? [{ name: 'div', attributes: { style: styleOf(cells[0]) }, children: cells[0].children }]
    : nodes
}
