import { pageFromHtml } from '../from-html.ts'
import { pageFromText } from '../from-text.ts'
import { readPage } from '../read-page.ts'

/** A row of a real table. */
export const row = (...cells: (string | number)[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** What is read of one real table under its heading. */
export const html = (heading: string, ...rows: string[]) =>
  readPage(pageFromHtml(`<p>${heading}</p><table>${rows.join('')}</table><p>五、存在的主要问题及改进情况</p>`))

/** What is read of one flattened table under its heading. */
export const text = (heading: string, ...lines: string[]) =>
  readPage(pageFromText(`${[heading, ...lines, '五、存在的主要问题及改进情况', ''].join('\n')}`))

/** Puts columns into another order. */
export const order =
  (...places: number[]) =>
  <Item>(items: readonly Item[]): Item[] =>
    places.flatMap((place) => items[place] ?? [])

/** Why a row or table was not read. */
export const reasonsOf = ({ findings }: ReturnType<typeof readPage>, id: string): string[] =>
  findings.filter(({ row: at, about }) => at === id && about === 'reading').map(({ message }) => message)

const widthOf = (line: string): number => [...line].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)

/** A line of words from left to right, each with its middle at a place in half-width columns. */
export const set = (...words: readonly [string, number][]): string =>
  words.reduce((line, [word, middle]) => {
    const gap = Math.round(middle - widthOf(word) / 2) - widthOf(line)
    return `${line}${' '.repeat(gap)}${word}`
  }, '')
