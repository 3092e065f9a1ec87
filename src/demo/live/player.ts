import { officeTime, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import { foldEdition } from '../../disclosure/edition.ts'
import type { StepName } from '../../disclosure/edition-event.ts'
import { findingsOf } from '../../disclosure/gates/pass.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import { defaultPlan } from '../../disclosure/review-plan.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import { itemsOf } from '../../disclosure/take.ts'
import type { Role } from '../../organs/role.ts'
import type { DemoOffice } from './office.ts'

/** Who signs, in order. */
export const reviewers: readonly Role[] = ['unitHead', 'ogiHead', 'leader']

/** What the clerk answers to the gates. */
const reasons: Readonly<Record<string, string>> = {
  interpretationMissing: '解读材料正在起草，文件公布后随即发布',
}

/** Ten in the morning of the day. */
export const at = (day: PlainDate): Date => officeTime(day, '10:00')

/** Takes the steps of a record as the people of the office take them, at ten in the morning of the day. */
export const playerOf = (tx: Tx, office: DemoOffice) => {
  const step = async (key: EditionKey, role: Role, day: PlainDate, name: StepName, input: object) => {
    const { events } = await openEdition(tx, key)
    const { hash } = foldEdition(events)
    await takeStep(tx, office.actor(role, day), at(day), key, name, { hash, ...input })
  }
  const secrecy = async (key: EditionKey) => {
    const { content } = await openEdition(tx, key)
    return itemsOf(content).map(({ id }) => ({ item: id, opinion: 'mayPublish', basis: '不含国家秘密、工作秘密' }))
  }
  return {
    step,
    secrecy,
    submit: async (key: EditionKey, day: PlainDate) => {
      const findings = await findingsOf(tx, await openEdition(tx, key), day)
      const confirmations = findings
        .filter(({ severity }) => severity === 'confirm')
        .map(({ gate, place }) => ({ gate, place, reason: reasons[gate] ?? '已与承办科室核对' }))
      await step(key, 'clerk', day, 'submit', { secrecy: await secrecy(key), confirmations })
    },
    sign: async (key: EditionKey, day: PlainDate, count: number) => {
      for (const [index, role] of reviewers.slice(0, count).entries()) {
        const checklist = defaultPlan.levels[index]?.checklist ?? []
        await step(key, role, day, 'sign', { secrecy: await secrecy(key), opinion: '同意', checklist })
      }
    },
  }
}
