import {
  childOf,
  childrenOf,
  foundIn,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../typesetting/markup-tree.ts'
import { controlOf } from './inlines.ts'
import { type Ground, isDark } from './run-look.ts'
import { hide, lose, markup, type Place, paragraphOf, runOf, type Shaping, wordsIn } from './shaping.ts'
import { isOn, valOf } from './styles.ts'

const wrappers = new Set(['w:ins', 'w:moveTo', 'w:customXml'])

/** Parts of a table of this name, also those that stand in controls. */
function partsOf(nodes: readonly MarkupNode[], name: string, shaping: Shaping): MarkupElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.name === name) return [node]
    if (node.name === 'w:sdt') return partsOf(controlOf(node, shaping), name, shaping)
    return wrappers.has(node.name) ? partsOf(node.children, name, shaping) : []
  })
}

/** A table with its rows where they stand: those that begin or end further in get empty cells there. */
export function tableOf(table: MarkupElement, shaping: Shaping, place: Place): MarkupElement {
  const properties = childOf(table, 'w:tblPr')
  const ground: Ground = isDark(childOf(properties, 'w:shd'))
    ? 'dark'
    : childOf(properties, 'w:tblStyle')
      ? 'unknown'
      : place.ground
  const rows = partsOf(table.children, 'w:tr', shaping).flatMap((row) => rowOf(row, shaping, { ...place, ground }))
  return markup('w:tbl', {}, ...(properties ? [properties] : []), ...rows)
}

/** A table in a cell: each row a line, its cells set apart. */
export function linesOfTable(table: MarkupElement, shaping: Shaping, place: Place): MarkupNode[] {
  const { children } = tableOf(table, shaping, place)
  const lines = children.flatMap((row) =>
    isElement(row, 'w:tr')
      ? [
          paragraphOf(
            ...childrenOf(row, 'w:tc').flatMap((cell, at) => [
              ...(at > 0 ? [runOf(' | ')] : []),
              ...childrenOf(cell, 'w:p').flatMap((paragraph, line) => [
                ...(line > 0 ? [runOf(' ')] : []),
                ...paragraph.children.filter((child) => !isElement(child, 'w:pPr')),
              ]),
            ]),
          ),
        ]
      : [],
  )
  lose(shaping, 'nestedTable', wordsIn(lines))
  return lines
}

function rowOf(row: MarkupElement, shaping: Shaping, place: Place): MarkupElement[] {
  const properties = childOf(row, 'w:trPr')
  if (childOf(properties, 'w:del')) return []
  if (isOn(childOf(properties, 'w:hidden'))) {
    hide(shaping, wordsIn([row]))
    return []
  }
  const cells = merged(partsOf(row.children, 'w:tc', shaping)).flatMap((cell) => cellOf(cell, shaping, place))
  const gap = (name: string) => {
    const columns = Number(valOf(childOf(properties, name)) ?? 0)
    return columns > 0 ? [emptyCell(Math.min(columns, 63))] : []
  }
  return [
    markup('w:tr', {}, ...(properties ? [properties] : []), ...gap('w:gridBefore'), ...cells, ...gap('w:gridAfter')),
  ]
}

const emptyCell = (columns: number): MarkupElement =>
  markup('w:tc', {}, markup('w:tcPr', {}, markup('w:gridSpan', { 'w:val': String(columns) })), paragraphOf())

function cellOf(cell: MarkupElement, shaping: Shaping, place: Place): MarkupElement[] {
  const properties = childOf(cell, 'w:tcPr')
  if (childOf(properties, 'w:cellDel')) return []
  const ground = isDark(childOf(properties, 'w:shd')) ? 'dark' : place.ground
  const blocks = shaping.blocks(cell.children, { ...place, ground, isInCell: true })
  return [markup('w:tc', {}, ...(properties ? [properties] : []), ...blocks)]
}

/** Cells that older programs merged sideways, as one over so many columns. */
function merged(cells: readonly MarkupElement[]): MarkupElement[] {
  const whole: MarkupElement[] = []
  for (const cell of cells) {
    const merge = childOf(childOf(cell, 'w:tcPr'), 'w:hMerge')
    const last = whole.at(-1)
    const goesOn = merge && (valOf(merge) ?? 'continue') === 'continue' && last
    if (goesOn) whole[whole.length - 1] = widened(last, columnsOf(cell), cell)
    else whole.push(cell)
  }
  return whole
}

const columnsOf = (cell: MarkupElement): number =>
  Number(valOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1) || 1

function widened(cell: MarkupElement, by: number, other: MarkupElement): MarkupElement {
  const properties = childOf(cell, 'w:tcPr')
  const span = markup('w:gridSpan', { 'w:val': String(columnsOf(cell) + by) })
  const kept = childrenOf(properties).filter(({ name }) => name !== 'w:gridSpan')
  const more = foundIn(other, ({ name }) => name === 'w:t').length > 0 ? childrenOf(other, 'w:p') : []
  const content = cell.children.filter((child) => !isElement(child, 'w:tcPr'))
  return markup('w:tc', {}, markup('w:tcPr', {}, span, ...kept), ...content, ...more)
}
