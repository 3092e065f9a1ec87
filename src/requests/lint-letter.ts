import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { isOutcomeId } from '../law/outcomes.ts'
import { refusals } from '../refusal.ts'
import { answerOf, textsTypedFor } from './guard-letter.ts'
import { writingOrgan } from './letterhead.ts'
import type { Letter } from './letters/letter.ts'
import { lacksOnLeaving } from './letters/lint/head.ts'
import type { Lack } from './letters/lint/lack.ts'
import { lacksOf } from './letters/lint/lint.ts'
import { knownOfApplicant } from './private/known.ts'
import { ownMatterOf } from './private/own-matter.ts'
import type { Request } from './request.ts'
import type { StepName } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import * as store from './store/requests.ts'

interface Linted {
  readonly name: StepName
  readonly input: object
  readonly letter: Letter | null
}

/** Refuses a letter that lacks what the law or its form wants, before it goes up for approval and before it leaves, with what is to be done. */
export async function lintLetter(
  tx: Tx,
  request: Request,
  { history, actor }: StepMatter,
  { name, input, letter }: Linted,
): Promise<void> {
  if (!letter) return
  const answer = answerOf(history, name, input)
  const applicant = await store.getApplicant(tx, request.organId, request.id)
  const isOwn = ownMatterOf(knownOfApplicant(applicant))
  refuse(
    lacksOf(letter, {
      organ: await writingOrgan(tx, request.organId),
      receivedOn: request.receivedOn,
      asked: request.summary,
      outcome: answer && isOutcomeId(answer.outcome) ? answer.outcome : null,
      grounds: answer?.parts.map(({ under }) => under) ?? [],
      typed: textsTypedFor(history, name, input),
      isKnown: (words) => isOwn(words) || request.summary.includes(words),
      electronic: isServedOnline(request),
      today: actor.today,
    }),
  )
}

/** 复议法 22 II: what is asked for over the internet is served over it. */
export const isServedOnline = ({ routeWanted }: Pick<Request, 'routeWanted'>): boolean =>
  routeWanted === 'online' || routeWanted === 'email'

/** Refuses a letter that was given no number, or another day than that on which it leaves. */
export const lintOnLeaving = (letter: Letter, today: PlainDate): void => refuse(lacksOnLeaving(letter, today))

function refuse(lacks: readonly Lack[]): void {
  if (lacks.length === 0) return
  const [only] = lacks.length === 1 ? lacks : []
  throw refusals.letterLacks(lacks.map(({ message }) => message).join('；'), only?.field)
}
