import { addDays, officeDayOf, type PlainDate } from '../days/plain-date.ts'
import { levelInTurn, levelWords } from '../review/chain.ts'
import { termNoticeDays } from '../review/turns/duties.ts'
import { type Turn, turnOf, turnOfLevel, turnOfRoles } from '../review/turns/turn.ts'
import type { Content } from './content.ts'
import { awaitsApproval, chainOf, type Edition } from './edition.ts'
import type { InformationRecord } from './record.ts'
import type { FoldedEdition } from './store/editions.ts'

/** Whose turn an edition is: its drafter's, that of the level in turn, or nobody's. */
export function turnsOf(
  { id: subjectId, begunBy }: Pick<InformationRecord, 'id' | 'begunBy'>,
  part: number,
  edition: Edition,
  { title, publishBy, stepDueOn }: Pick<FoldedEdition, 'title' | 'publishBy' | 'stepDueOn'>,
): Turn[] {
  const since: PlainDate | null = edition.stepBegan === null ? null : officeDayOf(edition.stepBegan)
  if (since === null) return []
  const about = { kind: 'record' as const, subjectId, part, title: title || '（未写标题）', since }
  const chain = chainOf(edition)
  const level = levelInTurn(chain)
  if (level && (edition.status === 'reviewing' || awaitsApproval(edition))) {
    const what = `审核信息：${levelWords(level)}`
    return [turnOfLevel({ ...about, what, dueOn: stepDueOn }, chain, level)]
  }
  const drafter = edition.begunBy ?? begunBy ?? edition.submittedBy?.id
  if (!drafter) return []
  const what = drafterDoes(edition)
  return what === undefined ? [] : [turnOf({ ...about, what, dueOn: publishBy }, drafter)]
}

/** What whoever drafted it has to do now, if anything. */
function drafterDoes({ status, sentBack, held }: Edition): string | undefined {
  if (status === 'drafting') return sentBack ? '修改退回的信息' : '拟稿、送审'
  if (status === 'signed') return held ? '处理没有按时发布的信息' : '发布信息'
  return undefined
}

/** The turn of the unit whose record soon ends by its own term; nobody's before, nor once it has ended. */
export function turnAtTerm(
  { id: subjectId, unitId }: Pick<InformationRecord, 'id' | 'unitId'>,
  part: number,
  { title, validUntil }: Pick<Content, 'title' | 'validUntil'>,
  today: PlainDate,
): Turn[] {
  const since = validUntil && addDays(validUntil, -termNoticeDays)
  if (!since || today < since || today > validUntil) return []
  const what = '有效期将满，确定延长还是到期失效'
  return [
    turnOfRoles({ kind: 'record', subjectId, part, title, what, since, dueOn: validUntil }, ['clerk'], { unitId }),
  ]
}
