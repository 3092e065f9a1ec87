import { chineseDate, officeDayOf } from '../../../days/plain-date.ts'
import type { SecrecyOpinion } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { officeTime } from '../../words.ts'
import { secrecyLabels } from '../steps/secrecy-labels.ts'

/** One hand on the sheet: what they did, what they said, who and when; nobody yet where `by` is null. */
export interface ApprovalRow {
  readonly label: string
  readonly role: string
  readonly words: readonly string[]
  readonly by: string | null
  readonly day: string
}

type Signed = Pick<
  RecordView,
  'levels' | 'signatures' | 'events' | 'hash' | 'secrecyItems' | 'publishedAt' | 'urgentReason' | 'statusLabel'
>

/** Who has signed the text that stands, in order: drafter, level by level, publication. Signatures that no longer count are left out. */
export function approvalRows(view: Signed): ApprovalRow[] {
  const { levels, signatures } = view
  const reviewed = levels.map((level): ApprovalRow => {
    const { label, roleLabel: role } = level
    const signature = signatures.find((each) => each.level === level.id && each.hash === view.hash)
    if (!signature) return { label, role, words: [], by: null, day: '' }
    const { opinion, checklist, secrecy, by, standsInFor, at } = signature
    const checked = checklist.length > 0 ? [`已核对：${checklist.join('；')}`] : []
    return {
      label,
      role,
      words: [opinion || '同意', ...checked, ...secrecyWords(view, '保密审查', secrecy)],
      by: nameOf(by.name, standsInFor),
      day: dayOf(at),
    }
  })
  return [draftedRow(view), ...reviewed, publishedRow(view)]
}

const nameOf = (name: string, standsInFor: { readonly name: string } | null): string =>
  standsInFor ? `${name}（代${standsInFor.name}）` : name
const dayOf = (at: string): string => chineseDate(officeDayOf(at))

const secrecyWords = ({ secrecyItems }: Signed, what: string, opinions: readonly SecrecyOpinion[]): string[] =>
  opinions.map(({ item, opinion, basis }) => {
    const label = secrecyItems.find(({ id }) => id === item)?.label ?? item
    return `${what}：${label}，${secrecyLabels[opinion]}（${basis}）`
  })

function draftedRow(view: Signed): ApprovalRow {
  const own = { label: '拟稿', role: '' }
  const submitted = view.events.findLast(({ kind }) => kind === 'submitted')
  if (submitted?.kind === 'submitted' && submitted.data.hash === view.hash)
    return {
      ...own,
      words: secrecyWords(view, '保密自查', submitted.data.secrecy),
      by: submitted.actor.name,
      day: dayOf(submitted.at),
    }
  const saved = view.events.findLast(({ kind }) => kind === 'saved')
  return { ...own, words: ['还没有送审'], by: saved?.actor.name ?? null, day: saved ? dayOf(saved.at) : '' }
}

function publishedRow({ events, hash, urgentReason, publishedAt, statusLabel }: Signed): ApprovalRow {
  const own = { label: '发布', role: '' }
  const published = events.findLast(({ kind }) => kind === 'published')
  if (published?.kind !== 'published' || !publishedAt)
    return { ...own, words: [`还没有发布：${statusLabel}`], by: null, day: '' }
  const isSame = published.data.hash === hash
  return {
    ...own,
    words: [
      ...(urgentReason ? [`紧急发布：${urgentReason}`] : [`${officeTime(publishedAt)}发布`]),
      ...(isSame ? [] : ['发布的文本与本表所列不同']),
    ],
    by: nameOf(published.actor.name || '到时自动发布', published.data.standsInFor),
    day: dayOf(published.at),
  }
}
