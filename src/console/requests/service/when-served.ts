import { type ServiceWay, serviceWays } from '../../../requests/service/ways.ts'
import { dayIn } from '../../fields/typed-day.ts'
import type { AskedWhen } from '../steps/step-field.ts'

const wayIn = (way: unknown): ServiceWay | undefined => serviceWays.find(({ id }) => id === way)

/** The way that is chosen is one of these. */
export const servedBy =
  (...ids: readonly string[]): AskedWhen =>
  (_, { way }) =>
    ids.includes(String(way))

export const hasMailNumber: AskedWhen = (_, { way }) => wayIn(way)?.hasMailNumber ?? false
export const isSigned: AskedWhen = (_, { way }) => wayIn(way)?.isSigned ?? false

/** The answer is served again after its last day, and nothing that was done before met the duty. */
export const answersLateNow: AskedWhen = ({ service, clock, draft }, { letter, attempt, on }, today) => {
  const served = service.find(({ of, attempts }) => of === letter || attempts.some(({ id }) => id === attempt))
  if (!served?.isAnswer || !clock) return false
  if (draft?.outcome === 'other.supplementOverdue' || draft?.outcome === 'other.feeUnpaid') return false
  const met = attempt === undefined ? served.dutyMetOn : null
  return met === null && (dayIn(on) ?? today) > clock.dueOn
}

/** A result of the attempt was taken down before. */
export const hasResult: AskedWhen = ({ service }, { attempt }) =>
  service.some(({ attempts }) => attempts.some(({ id, result }) => id === attempt && result !== null))

export const isReceived: AskedWhen = (_, { result }) => result === 'received'
export const isReturned: AskedWhen = (_, { result }) => result === 'returned'
