import { outcomes } from '../law/outcomes.ts'
import { isGroupRow, leafRows } from '../law/report-format.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'

/** The printed label without its number and without its filling note in brackets. */
const plain = (label: string): string =>
  label
    .replace(/^（[一二三四五六七]）|^\d{1,2}\./, '')
    .split('（')[0]
    ?.trim() ?? label

const results = reportFormat2021.requests.rows.filter(isGroupRow).find(({ id }) => id === 'results')?.rows ?? []

/** The rows of the form as a past ledger tells them: 不予公开—属于国家秘密. */
export const rowChoices = results
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

/** Answers that the law tells apart within one row: 无法提供—经检索该信息不存在. */
const variants = outcomes
  .filter(({ id, to }) => to === null && !rowChoices.some((choice) => choice.id === id))
  .map(({ id, label, row }): { id: string; label: string; aliases: string[] } => {
    const group = rowChoices.find((choice) => choice.id === row)?.label.split('—')[0]
    return { id, label: `${group}—${label}`, aliases: [label] }
  })

/** Every outcome that a ledger may name. */
export const outcomeChoices = [...rowChoices, ...variants]

export const outcomeIds = outcomeChoices.map(({ id }) => id)
