import type { Tx } from '../../db/database.ts'
import { validityLabel } from '../../law/validity.ts'
import { type ExportedList, exportList, type LineColumn } from '../../lists/export-list.ts'
import type { Exported } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import type { DocumentItem } from './document.ts'
import { findWanted } from './show.ts'
import { documentSources, type WantedDocuments } from './wanted.ts'

const sourceLabel = (id: 'platform' | 'register'): string => documentSources.find((each) => each.id === id)?.label ?? id

const columns: readonly LineColumn<DocumentItem>[] = [
  { label: '文件名称', of: ({ title }) => title },
  { label: '文号', of: ({ documentNumber }) => documentNumber },
  { label: '有效性', of: ({ standing }) => (standing === null ? '尚未制发' : validityLabel(standing)) },
  { label: '制发日期', of: ({ issuedOn }) => issuedOn },
  { label: '施行日期', of: ({ effectiveFrom }) => effectiveFrom },
  { label: '有效期至', of: ({ validUntil }) => validUntil },
  { label: '宣布失效的依据', of: ({ lapsedBy }) => lapsedBy },
  { label: '废止日期', of: ({ repealedOn }) => repealedOn },
  { label: '废止依据', of: ({ repealedBy }) => repealedBy },
  { label: '修改', of: ({ amendments }) => amendments.map((each) => `${each.amendedOn} ${each.amendedBy}`).join('；') },
  { label: '登记方式', of: ({ recordId }) => sourceLabel(recordId === null ? 'register' : 'platform') },
]

const list = {
  action: 'ledger.exported',
  ledger: 'normativeDocuments',
  title: '规章和行政规范性文件清单',
  sheet: '文件',
  unit: '件',
  columns,
}

/** The documents that the list shows, as they stand on its day, as a file. */
export const exportDocuments = (tx: Tx, actor: Actor, wanted: WantedDocuments & Exported): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, (part) => findWanted(tx, actor, wanted, part))
