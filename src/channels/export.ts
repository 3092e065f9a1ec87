import type { Tx } from '../db/database.ts'
import { originalities } from '../disclosure/content.ts'
import { type ExportedList, exportList, type LineColumn } from '../lists/export-list.ts'
import type { Exported } from '../lists/wanted.ts'
import type { Actor } from '../organs/actor.ts'
import { channelKindLabel } from './ledger.ts'
import type { PublicationItem } from './publication-view.ts'
import { listPublications } from './store/publications.ts'
import type { WantedPublications } from './wanted.ts'

const originalityLabel = (id: string): string => originalities.find((each) => each.id === id)?.label ?? id

const columns: readonly LineColumn<PublicationItem>[] = [
  { label: '标题', of: ({ title }) => title },
  { label: '渠道类型', of: ({ channelKind }) => channelKindLabel(channelKind) },
  { label: '渠道名称', of: ({ channelName }) => channelName },
  { label: '网址', of: ({ url, address }) => url || address },
  { label: '平台栏目', of: ({ columnName }) => columnName },
  { label: '原创或转载', of: ({ originality }) => originalityLabel(originality) },
  { label: '是否待核对原创', of: ({ isDoubtful }) => (isDoubtful ? '待核对' : '') },
  { label: '信息形成日期', of: ({ formedOn }) => formedOn },
  { label: '发布日期', of: ({ publishedOn }) => publishedOn },
  { label: '撤下日期', of: ({ withdrawnOn }) => withdrawnOn },
  { label: '是否应当撤下', of: ({ mustGo }) => (mustGo ? '应当撤下' : '') },
]

const list = {
  action: 'ledger.exported',
  ledger: 'publications',
  title: '发布信息清单',
  sheet: '发布信息',
  unit: '条',
  columns,
}

/** What the ledger shows, as a file. */
export const exportPublications = (
  tx: Tx,
  actor: Actor,
  wanted: WantedPublications & Exported,
): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, (part) => listPublications(tx, actor.organId, wanted, part))
