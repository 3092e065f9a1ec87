import type { ActKind } from '../../../disclosure/content.ts'
import { type EditionStatus, editionStatusLabel, isWithdrawn } from '../../../disclosure/edition.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'

const marks: Readonly<Record<EditionStatus, Mark>> = {
  drafting: ['soon', 'M10.9 2.2 13.8 5 5.6 13.2l-3.5.7.7-3.5Zm0 2.2-6.6 6.6-.2.9.9-.2 6.6-6.7Z'],
  reviewing: ['underWay', 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 1.6v7.8a3.9 3.9 0 0 0 0-7.8Z'],
  signed: ['underWay', 'M2.5 3h11v10h-11Zm8.6 2.4L7 9.5 5 7.5 3.9 8.6 7 11.7l5.2-5.2Z'],
  scheduled: [
    'soon',
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm0 1.6a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2Zm-.8 1.5h1.5v2.8l2 1.2-.8 1.3-2.7-1.7Z',
  ],
  live: ['done', 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm3.1 3.7L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.2-5.2Z'],
  superseded: ['quiet', 'M8 1.8 14.2 8 8 14.2 1.8 8Zm0 2.3L4.1 8 8 11.9 11.9 8Z'],
  discarded: ['quiet', 'M3.6 2.5 8 6.9l4.4-4.4 1.1 1.1L9.1 8l4.4 4.4-1.1 1.1L8 9.1l-4.4 4.4-1.1-1.1L6.9 8 2.5 3.6Z'],
}

const withdrawn: Mark = ['late', 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM4.4 7.2v1.6h7.2V7.2Z']

/** How an edition stands, by word, shape and colour; withdrawn is not published. */
export function EditionMark({ status, act }: { status: EditionStatus; act?: ActKind }) {
  const mark = isWithdrawn(status, act) ? withdrawn : marks[status]
  return <StateMark mark={mark} label={editionStatusLabel(status, act)} />
}
