import { isGroupRow, leafRows } from '../law/report-format.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'

/** The printed label without its number and without its filling note in brackets. */
const plain = (label: string): string =>
  label
    .replace(/^（[一二三四五六七]）|^\d{1,2}\./, '')
    .split('（')[0]
    ?.trim() ?? label

const results = reportFormat2021.requests.rows.filter(isGroupRow).find(({ id }) => id === 'results')?.rows ?? []

/** The outcomes that art. 36 to 39 and the form know, as the clerk chooses them: 不予公开—属于国家秘密. */
export const outcomeChoices = results
  .filter(({ id }) => id !== 'resultsTotal')
  .flatMap((row) =>
    isGroupRow(row)
      ? leafRows(row.rows).map((leaf) => ({
          id: leaf.id,
          label: `${plain(row.label)}—${plain(leaf.label)}`,
          aliases: [plain(leaf.label)],
        }))
      : [{ id: row.id, label: plain(row.label), aliases: [] }],
  )

export const outcomeIds = outcomeChoices.map(({ id }) => id)
