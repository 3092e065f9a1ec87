import type { ReactNode } from 'react'
import { decisionKindLabel } from '../../ledgers/decisions/decision-fields.ts'
import { EditionMark } from '../disclosure/list/edition-mark.tsx'
import { titleOf } from '../disclosure/list/record-words.tsx'
import { editionPath } from '../disclosure/records-api.ts'
import { StandingMark } from '../ledgers/documents/standing-mark.tsx'
import { StatusMark } from '../requests/queue/status-mark.tsx'
import { StateWords } from '../states/state-mark.tsx'
import type { Found } from './find.ts'

export interface FoundItem {
  readonly path: string
  readonly name: string
  readonly says: string
  /** How it stands. */
  readonly state: ReactNode
}

const said = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

/** What was found as lines of one list, room by room. */
export const foundItems = ({ requests, records, documents, decisions }: Found): FoundItem[] => [
  ...requests.map(({ id, number, summary, status }) => ({
    path: `/requests/${id}`,
    name: number,
    says: said('申请', summary),
    state: <StatusMark status={status} />,
  })),
  ...records.map((record) => ({
    path: editionPath(record),
    name: titleOf(record),
    says: said('主动公开', record.typeLabel, record.documentNumber, record.number),
    state: <EditionMark status={record.status} act={record.act} />,
  })),
  ...documents.map(({ id, title, documentNumber, standing }) => ({
    path: `/ledgers/documents/${id}`,
    name: title,
    says: said('规章和规范性文件库', documentNumber),
    state: <StandingMark standing={standing} />,
  })),
  ...decisions.map(({ id, kind, number, subject, quashedOn, withdrawnOn }) => ({
    path: `/ledgers/decisions/${id}`,
    name: subject,
    says: said(decisionKindLabel(kind), number),
    state: withdrawnOn ? (
      <StateWords mark={['late', '⊖']} label="已撤下" />
    ) : quashedOn ? (
      <StateWords mark={['late', '✕']} label="已失效力" />
    ) : null,
  })),
]
