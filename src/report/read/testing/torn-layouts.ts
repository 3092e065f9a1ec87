import type { Chance } from './chance.ts'
import type { Layout } from './text-layouts.ts'

const isNumber = (text: string): boolean =>
  /^[/—无-][①②⑳¹²³⁴*※❶⑴]?$|^[①②⑳¹²³⁴*※❶⑴+-]?\s?\d/.test(text) && !/^\d+[.、]\D/.test(text)

/** Text in which labels and figures were torn apart, as programs do that follow the order of a PDF. */
export const tornLayouts: Readonly<Record<string, (chance: Chance) => Layout>> = {
  'labels in groups before their figures': (chance) => (rows) => {
    const lines: string[] = []
    let waiting: string[] = []
    for (const { cells } of rows) {
      const figures = cells.filter(isNumber)
      lines.push(...cells.filter((cell) => !isNumber(cell)))
      if (figures.length > 0) waiting.push(figures.join(chance.below(3) === 0 ? '\n' : ' '))
      if (chance.below(2) === 0) {
        lines.push(...waiting)
        waiting = []
      }
    }
    return [...lines, ...waiting].join('\n')
  },
  'figures above their labels': (chance) => (rows) =>
    rows
      .map(({ cells }) => {
        const figures = cells.filter(isNumber)
        const between = chance.below(4) === 0 ? '\n' : ' '
        return [
          ...(figures.length > 0 ? [figures.join(between)] : []),
          ...cells.filter((cell) => !isNumber(cell)),
        ].join('\n')
      })
      .join('\n'),
  'some figures above their labels': (chance) => (rows) =>
    rows
      .map(({ cells }) => {
        const figures = cells.filter(isNumber).join(' ')
        const labels = cells.filter((cell) => !isNumber(cell)).join('\n')
        return chance.below(3) === 0 ? `${figures}\n${labels}` : `${labels}\n${figures}`
      })
      .join('\n'),
  'all labels before all figures': () => (rows) => {
    const labels = rows.flatMap(({ cells }) => cells.filter((cell) => !isNumber(cell)))
    const figures = rows.flatMap(({ cells }) => (cells.some(isNumber) ? [cells.filter(isNumber).join(' ')] : []))
    return [...labels, ...figures].join('\n')
  },
}
