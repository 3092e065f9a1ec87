import fc from 'fast-check'
import { leafColumns, leafRows, type ReportFormat } from '../../../law/report-format.ts'
import { setFigure } from '../../report.ts'
import { type SheetTable, sheetTables } from '../../sheet.ts'
import { cleanHand, type Figures, type Hand, type Printed, printedRows } from './printed-report.ts'

/** How large the counts are: a village with a few requests, a city, a crowd of small numbers, numbers of many digits. */
export const counts = {
  village: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat(3)),
  county: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(9) }, fc.nat(300)),
  city: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(99), fc.nat(9999)),
  crowd: fc.nat(40),
  huge: fc.oneof(fc.constant(0), fc.nat(9_999_999)),
}

const allSizes: readonly (keyof typeof counts)[] = ['village', 'county', 'city', 'crowd', 'huge']

const amount = fc.oneof(
  fc.constant('0'),
  fc.nat(99_999).map((cents) => `${cents}.06`),
)

/** Figures of a form in which every sum holds. */
export function soundFigures(
  format: ReportFormat,
  sizes: readonly (keyof typeof counts)[] = allSizes,
): fc.Arbitrary<Figures> {
  return fc
    .constantFrom(...sizes.map((size) => counts[size]))
    .chain((count) =>
      fc
        .infiniteStream(count)
        .chain((stream) =>
          fc
            .tuple(amount, fc.infiniteStream(fc.nat(99)))
            .map(([fee, shares]) => figuresFrom(format, stream, fee, shares)),
        ),
    )
}

function figuresFrom(format: ReportFormat, stream: Iterator<number>, fee: string, shares: Iterator<number>): Figures {
  const next = (): number => stream.next().value
  const figures: Figures = { proactive: {}, requests: {}, remedies: {} }
  const columns = leafColumns(format.requests.columns).map(({ id }) => id)
  const kinds = columns.slice(0, -1)
  const put = (row: string, values: readonly number[]) => {
    const all = [...values, values.reduce((sum, value) => sum + value, 0)]
    columns.forEach((column, index) => {
      setFigure(figures, { table: 'requests', row, column }, all[index] ?? 0)
    })
  }
  const results = leafRows(format.requests.rows).map(({ id }) => id)
  const parts = results.filter((id) => !['newReceived', 'carriedOver', 'resultsTotal', 'carriedForward'].includes(id))
  const totals = kinds.map(() => 0)
  for (const row of parts) {
    const values = kinds.map(next)
    values.forEach((value, index) => {
      totals[index] = (totals[index] ?? 0) + value
    })
    put(row, values)
  }
  put('resultsTotal', totals)
  const forward = kinds.map(next)
  put('carriedForward', forward)
  const all = kinds.map((_, index) => (totals[index] ?? 0) + (forward[index] ?? 0))
  const over = all.map((value) => (shares.next().value < 70 ? 0 : Math.floor((value * shares.next().value) / 400)))
  put('carriedOver', over)
  put(
    'newReceived',
    all.map((value, index) => value - (over[index] ?? 0)),
  )
  for (const row of ['review', 'suitDirect', 'suitAfterReview']) {
    const values = ['upheld', 'corrected', 'otherResult', 'pending'].map((column) => ({ column, value: next() }))
    for (const { column, value } of values) setFigure(figures, { table: 'remedies', row, column }, value)
    setFigure(
      figures,
      { table: 'remedies', row, column: 'total' },
      values.reduce((sum, { value }) => sum + value, 0),
    )
  }
  for (const block of format.proactive) {
    for (const { id: row } of block.rows)
      for (const { id: column, kind } of block.columns)
        setFigure(
          figures,
          { table: 'proactive', row, column },
          kind === 'amountWan' ? fee : kind === 'asPrinted' ? '0' : next(),
        )
  }
  return figures
}

/** A way in which copying glues a table together. `gap` gives what is left between two figures. */
export type Glue = (rows: readonly Printed[], gap: () => string) => string

const isFigure = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?$/.test(text)

/** A row as its labels and its figures, glued but for what `gap` leaves. */
function glued({ cells }: Printed, gap: () => string): { labels: string; figures: string } {
  const figures = cells.filter(isFigure)
  return {
    labels: cells.filter((cell) => !isFigure(cell)).join(''),
    figures: figures.map((text, index) => (index === 0 ? text : gap() + text)).join(''),
  }
}

const eachRow =
  (join: (row: { labels: string; figures: string }) => string, between: string): Glue =>
  (rows, gap) =>
    rows.map((row) => join(glued(row, gap))).join(between)

/** Every glue leaves no more between cells than `gap` says. */
export const glues: Readonly<Record<string, Glue>> = {
  'a table in one line': eachRow(({ labels, figures }) => labels + figures, ''),
  'a row in a line': eachRow(({ labels, figures }) => labels + figures, '\n'),
  'a space behind labels': eachRow(({ labels, figures }) => `${labels} ${figures}`, '\n'),
  'figures below their label': eachRow(({ labels, figures }) => `${labels}\n${figures}`, '\n'),
  'two cells between bars': eachRow(({ labels, figures }) => `| ${labels} | ${figures} |`, '\n'),
  'lines broken at forty signs': (rows, gap) =>
    rows
      .map((row) => glued(row, gap))
      .map(({ labels, figures }) => labels + figures)
      .join('')
      .replace(/.{40}/gu, '$&\n'),
  'rows in pairs': (rows, gap) => {
    const all = rows.map((row) => glued(row, gap))
    let text = ''
    for (let index = 0; index < all.length; index += 1) {
      const [one, two] = [all[index], all[index + 1]]
      if (one && two && one.figures !== '' && two.figures !== '' && !/[（(]/.test(two.labels)) {
        text += `${one.labels}${two.labels}${one.figures}${two.figures}`
        index += 1
      } else if (one) text += one.labels + one.figures
    }
    return text
  },
}

const prose: Readonly<Record<string, string>> = {
  overview:
    '2024年，示例市园林局认真贯彻落实条例，主动公开政府信息128条，新收政府信息公开申请12件，予以公开3件，部分公开1件，结转下年度继续办理0件。',
  problems: '一是公开内容还不够丰富，二是解读形式还较为单一。下一步将加强业务培训。',
  otherMatters: '本年度没有收取信息处理费。',
}

/** A whole report whose three tables are glued; `isOneLine`: headings and paragraphs as well. */
export function gluedReport(
  format: ReportFormat,
  figures: Figures,
  glue: Glue,
  gap: () => string,
  { isOneLine = false, hand = cleanHand }: { isOneLine?: boolean; hand?: Hand } = {},
): string {
  const tables = new Map(sheetTables(format).map((table) => [table.id as string, table]))
  const print = (table: SheetTable) => glue(printedRows(table, figures, hand), gap)
  const parts = format.sections.flatMap(({ id, heading }) => {
    const table = tables.get(id)
    return [heading, table ? print(table) : (prose[id] ?? '')]
  })
  return `示例市园林局2024年政府信息公开工作年度报告\n${[
    '根据《中华人民共和国政府信息公开条例》要求编制本报告，统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与示例市园林局联系（电话：0000-1234567）。',
    ...parts,
  ].join(isOneLine ? '' : '\n')}\n`
}
