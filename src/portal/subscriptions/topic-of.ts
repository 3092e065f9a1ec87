import type { Database } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { type Topic, wholeOrgan } from '../../subscriptions/topic.ts'
import type { Platform } from '../disclosure/platform.ts'
import { spokenOf } from '../feedback/page-of.ts'
import { addresses } from '../site.ts'

/** What can be subscribed to from a page. */
export interface OfferedTopic {
  readonly topic: Topic
  readonly title: string
  /** Of the page itself, as a path. */
  readonly page: string
}

/** The topic of the page that an address names: a record, a column, the annual reports. Of anything else it is the whole organ. */
export async function topicOf(db: Database, organ: Organ, platform: Platform, wanted: string): Promise<OfferedTopic> {
  const lists = { reports: addresses.reports(organ), library: addresses.library(organ) } as const
  const list = platform.columns.find(
    (column) => (column.kind === 'reports' || column.kind === 'library') && lists[column.kind] === wanted,
  )
  if (list) return ofColumn(list, wanted)
  const { kind, path, title, columnId } = await spokenOf(db, organ, platform, wanted)
  if (kind === 'record') {
    const number = path.slice(addresses.record(organ, '').length)
    return {
      topic: { kind: 'record', subject: number },
      title: `《${title}》的变动（修改、更正、废止、撤回）`,
      page: path,
    }
  }
  const column = kind === 'organ' ? undefined : platform.columns.find(({ id }) => id === columnId)
  if (column) return ofColumn(column, path)
  return { topic: wholeOrgan, title: '本机关新公开的全部信息', page: addresses.organ(organ) }
}

const ofColumn = ({ id, name }: { readonly id: string; readonly name: string }, page: string): OfferedTopic => ({
  topic: { kind: 'column', subject: id },
  title: `栏目“${name}”`,
  page,
})
