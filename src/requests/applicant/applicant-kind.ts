import { isGroupColumn } from '../../law/report-format.ts'
import { applicantColumns } from '../../law/report-format-2021.ts'

/** The six classes of the report form, as asked at intake. */
export const applicantKindChoices: readonly { readonly id: string; readonly label: string }[] =
  applicantColumns.flatMap((column) => {
    if (isGroupColumn(column))
      return column.columns.map(({ id, label }) => ({ id, label: label.replace('其他', '其他组织') }))
    return column.id === 'total' ? [] : [{ id: column.id, label: column.label }]
  })

export const applicantKindLabel = (id: string): string =>
  applicantKindChoices.find((kind) => kind.id === id)?.label ?? id
