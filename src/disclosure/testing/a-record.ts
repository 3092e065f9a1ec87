import { plainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Text } from '../../text/text.ts'
import { beginRecord } from '../actions/begin.ts'
import { saveRevision } from '../actions/save.ts'
import { takeStep } from '../actions/take-step.ts'
import { blankContent, type Content } from '../content.ts'
import { foldEdition } from '../edition.ts'
import type { Confirmation, SecrecyOpinion } from '../edition-event.ts'
import type { Finding } from '../gates/finding.ts'
import { findingsOf } from '../gates/pass.ts'
import { openEdition } from '../prepare.ts'
import { type RecordTypeId, recordTypeOf } from '../record-type.ts'
import { defaultPlan } from '../review-plan.ts'
import type { EditionKey } from '../store/editions.ts'
import { itemsOf } from '../take.ts'

/** A text of these paragraphs. */
export const aText = (...paragraphs: string[]): Text => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

/** An invented notice, with what the test says about it. */
export const aContent = (facts: Partial<Content> = {}): Content => {
  const id: RecordTypeId = facts.type ?? 'notice'
  return {
    ...blankContent({ ...recordTypeOf(id), id }, '示例市统计局'),
    title: '关于开展第五次全国经济普查的公告',
    madeOn: plainDate('2026-11-20'),
    text: aText('根据国务院部署，现就普查有关事项公告如下。', '普查标准时点为2026年12月31日。'),
    ...facts,
  }
}

/** An opinion on each item that nothing stands against publication. */
export const freeOfSecrets = (content: Content): SecrecyOpinion[] =>
  itemsOf(content).map(({ id }) => ({ item: id, opinion: 'mayPublish', basis: '不含国家秘密、工作秘密' }))

/** A reason for whatever the gates let through with a reason only. */
export const confirmed = (findings: readonly Finding[]): Confirmation[] =>
  findings
    .filter(({ severity }) => severity === 'confirm')
    .map(({ gate, place }) => ({ gate, place, reason: '已经核对' }))

/** The people of one organ who bring a record to the public. */
export interface Reviewers {
  readonly clerk: Actor
  readonly unitHead: Actor
  readonly ogiHead: Actor
  readonly leader: Actor
}

const order = ['unitHead', 'ogiHead', 'leader'] as const

/** Drafts, submits, and has it signed by so many levels; the text is not yet published. */
export async function aSignedRecord(
  db: Database,
  people: Reviewers,
  content: Content,
  levels = 3,
  now = new Date(),
): Promise<{ key: EditionKey; hash: string }> {
  const { clerk } = people
  const key = await inOrgan(db, clerk.organId, (tx) => beginRecord(tx, clerk, now, content.type))
  const { hash } = await inOrgan(db, clerk.organId, (tx) =>
    saveRevision(tx, clerk, now, key, { content: { ...content, act: { kind: 'publish' } }, basedOn: 1 }),
  )
  await submitAndSign(db, people, key, levels, now)
  return { key, hash }
}

/** Submits the text that stands and has it signed by so many levels. */
export async function submitAndSign(
  db: Database,
  people: Reviewers,
  key: EditionKey,
  levels = 3,
  now = new Date(),
): Promise<void> {
  const { clerk } = people
  const step = (actor: Actor, name: 'submit' | 'sign', input: unknown) =>
    inOrganWithFiles(db, actor.organId, (tx) => takeStep(tx, actor, now, key, name, input))
  const { content, events, confirmations } = await inOrganWithFiles(db, clerk.organId, async (tx) => {
    const found = await openEdition(tx, key)
    return { ...found, confirmations: confirmed(await findingsOf(tx, found, clerk.today)) }
  })
  const { hash } = foldEdition(events)
  const secrecy = freeOfSecrets(content)
  await step(clerk, 'submit', { hash, secrecy, confirmations })
  for (const [index, role] of order.slice(0, levels).entries())
    await step(people[role], 'sign', {
      hash,
      secrecy,
      opinion: '同意',
      checklist: defaultPlan.levels[index]?.checklist,
    })
}
