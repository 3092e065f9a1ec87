import { z } from 'zod'

/** What somebody wants to hear of: all that the organ makes public, a column with what stands below it, or changes of one record. */
export const Topic = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organ'), subject: z.literal('') }),
  z.object({ kind: z.enum(['column', 'record']), subject: z.string().min(1).max(60) }),
])
export type Topic = z.infer<typeof Topic>

export const wholeOrgan: Topic = { kind: 'organ', subject: '' }

/** A column as far as it matters who hears of what stands in it. */
export interface ColumnPlace {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  /** Where what stood in it went when it was closed. */
  readonly successorId: string | null
}

/** A publication, by the record that it is and the column it stands in; an annual report has no number. */
interface Published {
  readonly number: string | null
  readonly columnId: string | null
}

/** Whether somebody with these topics hears of a publication: of a column also what stands below it, and where it went. */
export function concerns(topics: readonly Topic[], columns: readonly ColumnPlace[], published: Published): boolean {
  return topics.some(({ kind, subject }) => {
    if (kind === 'organ') return true
    if (kind === 'record') return published.number === subject
    return published.columnId !== null && reach(columns, subject).has(published.columnId)
  })
}

function reach(columns: readonly ColumnPlace[], from: string): ReadonlySet<string> {
  const reached = new Set<string>([from])
  // A set hands out what is added to it on the way.
  for (const id of reached)
    for (const column of columns) {
      if (column.parentId === id) reached.add(column.id)
      if (column.id === id && column.successorId !== null) reached.add(column.successorId)
    }
  return reached
}

/** The topic as its reader calls it; undefined for a column or a record that is not there any more. */
export function titleOfTopic(
  { kind, subject }: Topic,
  { columns, titles }: { readonly columns: readonly ColumnPlace[]; readonly titles: ReadonlyMap<string, string> },
): string | undefined {
  if (kind === 'organ') return '本机关新公开的全部信息'
  if (kind === 'record') {
    const title = titles.get(subject)
    return title && `《${title}》的变动`
  }
  const column = columns.find(({ id }) => id === subject)
  return column && `栏目“${column.name}”`
}
