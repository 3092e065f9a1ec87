import { actLabels } from '../../../disclosure/content.ts'
import type { Confirmation, EditionEvent, EditionEventKind } from '../../../disclosure/edition-event.ts'
import { gateRules } from '../../../disclosure/gates/rules.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { levelLabel } from '../../../review/level.ts'
import { returnReasonLabel } from '../../../review/return-reasons.ts'
import { officeTime } from '../../words.ts'
import { shortHash } from '../disclosure-words.ts'
import { placeLabel } from '../place-label.ts'

const titles: Readonly<Record<EditionEventKind, string>> = {
  begun: '开始拟稿',
  saved: '保存',
  submitted: '送审',
  signed: '审核同意',
  sentBack: '退回修改',
  scheduled: '定时发布',
  unscheduled: '取消定时发布',
  held: '定时发布没有进行',
  published: '发布',
  superseded: '被新版本代替',
  discarded: '作废',
}

export const eventTitle = (event: EditionEvent): string =>
  event.kind === 'signed' ? `${levelLabel(event.data.level)}同意` : titles[event.kind]

const forWhom = (absent: { readonly name: string } | null): string[] => (absent ? [`代${absent.name}`] : [])

/** Why what was found may stay, each with what it is and where. */
const kept = (confirmations: readonly Confirmation[], view: Pick<RecordView, 'type' | 'content'>): string[] =>
  confirmations.map(({ gate, place, reason }) => {
    const what = Object.entries(gateRules).find(([id]) => id === gate)?.[1].label
    return `保留${placeLabel(place, view)}${what ? `的“${what}”` : ''}，理由：${reason}`
  })

/** What is known of an event beside who and when. */
export function eventWords(event: EditionEvent, view: Pick<RecordView, 'type' | 'content'>): string {
  switch (event.kind) {
    case 'begun':
      return actLabels[event.data.act]
    case 'saved':
      return `第${event.data.revision}稿 ${shortHash(event.data.hash)}`
    case 'submitted':
      return [`文本 ${shortHash(event.data.hash)}`, ...kept(event.data.confirmations, view)].join('；')
    case 'signed': {
      const { hash, opinion, standsInFor } = event.data
      return [...forWhom(standsInFor), opinion, `文本 ${shortHash(hash)}`].filter(Boolean).join('；')
    }
    case 'sentBack': {
      const { to, reason, note, quoted, suggested, standsInFor } = event.data
      const why = returnReasonLabel(reason)
      const where = to === 'drafting' ? '拟稿人' : levelLabel(to)
      return [
        ...forWhom(standsInFor),
        `退回到${where}：${why}`,
        note,
        quoted ? `针对“${quoted.slice(0, 40)}”` : '',
        suggested ? `建议改为“${suggested}”` : '',
      ]
        .filter(Boolean)
        .join('；')
    }
    case 'scheduled':
      return [`定于${officeTime(event.data.at)}`, ...kept(event.data.confirmations, view)].join('；')
    case 'published':
      return [
        ...forWhom(event.data.standsInFor),
        event.data.urgentReason ? `紧急发布：${event.data.urgentReason}` : '',
        `文本 ${shortHash(event.data.hash)}`,
        ...kept(event.data.confirmations, view),
      ]
        .filter(Boolean)
        .join('；')
    case 'held':
      return event.data.reasons.map(({ message }) => message).join('；')
    case 'superseded':
      return `由第${event.data.by}版代替`
    case 'unscheduled':
    case 'discarded':
      return event.data.reason
  }
}

/** Savings by one person without anything between them are told once, as the last of them. */
export function toldEvents(events: readonly EditionEvent[]): EditionEvent[] {
  return events.filter((event, index) => {
    const next = events[index + 1]
    return !(event.kind === 'saved' && next?.kind === 'saved' && next.actor.id === event.actor.id)
  })
}
