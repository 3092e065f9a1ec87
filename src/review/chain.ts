import { z } from 'zod'
import type { PlainDate } from '../days/plain-date.ts'
import { type Role, roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { type AskedLevel, askedOf, type LevelId, levelLabel, type ReviewLevel } from './level.ts'

/** A person as far as signatures are concerned. */
export interface Reviewer {
  /** Null for the program and the applicant, who sign nothing. */
  readonly id: string | null
  readonly roles: readonly Role[]
  readonly unitId: string | null
}

/** Somebody absent whose reviewing the person does today. */
export interface StandingIn {
  readonly role: Role
  readonly unitId: string | null
  readonly staffId: string
  readonly name: string
}

/** For whom a stand-in signs, sends back or decides. */
export const Absent = z.strictObject({ staffId: z.string(), name: z.string() })
export type Absent = z.infer<typeof Absent>

export interface Signer extends Reviewer {
  readonly standingIn: readonly StandingIn[]
}

/** Who did it, as a history keeps it. */
export interface Signatory {
  readonly kind: 'staff' | 'system' | 'operator' | 'applicant'
  readonly id: string | null
  readonly name: string
}

/** A signature, over a hash of what was signed. */
export interface Signature {
  readonly level: LevelId
  readonly by: Signatory
  readonly standsInFor: Absent | null
  readonly hash: string
  /** When it was given: an ISO instant, or a plain day where no instant was kept. */
  readonly at: string
  /** The day that it counts for, where that is not the day of `at`. */
  readonly on?: PlainDate
  readonly opinion: string
  readonly checklist: readonly string[]
}

/** What was put up, and who has signed it: the same for records, answers, letters and whatever comes. */
export interface Chain<Signed extends Signature = Signature> {
  readonly levels: readonly AskedLevel[]
  /** Valid ones, in the order of the levels. */
  readonly signatures: readonly Signed[]
  /** Whoever wrote a word that stands, and whoever put it up: they sign nothing here. */
  readonly notBy: ReadonlySet<string>
}

/** Whose turn it is; undefined when all have signed, or nothing was put up. */
export const levelInTurn = ({ levels, signatures }: Chain): AskedLevel | undefined => levels[signatures.length]

/** Whether the next signature is the last one. */
export const isLastTurn = ({ levels, signatures }: Chain): boolean => signatures.length + 1 >= levels.length

const meets = (level: AskedLevel, role: Role, unitId: string | null): boolean =>
  role === level.role && (level.unitId === null || level.unitId === unitId)

/** Whether a level is this person's in their own right. */
export const isTheirs = (level: AskedLevel, { roles, unitId }: Reviewer): boolean =>
  roles.some((role) => meets(level, role, unitId))

const nobody: ReadonlySet<string> = new Set()

/** For whom the person meets the level, in the name of none of `kept`: null in their own right, undefined where they do not. */
export function signsFor(
  level: AskedLevel,
  signer: Signer,
  kept: ReadonlySet<string> = nobody,
): Absent | null | undefined {
  if (isTheirs(level, signer)) return null
  const absent = signer.standingIn.find(({ role, unitId, staffId }) => meets(level, role, unitId) && !kept.has(staffId))
  return absent && { staffId: absent.staffId, name: absent.name }
}

/** For whom they act as one of these roles, in the name of none of `kept`: null in their own right, undefined where they do not. */
export function actsFor(
  { roles, standingIn }: Signer,
  of: readonly Role[],
  kept: ReadonlySet<string> = nobody,
): Absent | null | undefined {
  if (roles.some((role) => of.includes(role))) return null
  const absent = standingIn.find(({ role, staffId }) => of.includes(role) && !kept.has(staffId))
  return absent && { staffId: absent.staffId, name: absent.name }
}

/** Why they may not act as one of these roles: only in the name of who is kept from it do they hold one. Undefined otherwise. */
export function whyNotInTheirName(signer: Signer, of: readonly Role[], kept: ReadonlySet<string>): Refusal | undefined {
  const absent = actsFor(signer, of)
  return absent && actsFor(signer, of, kept) === undefined ? refusals.notInTheirName(absent.name) : undefined
}

/** Whose levels a chain has. */
export const rolesOf = ({ levels }: Pick<Chain, 'levels'>): Role[] => levels.map(({ role }) => role)

/** Whether any level of the chain is this person's, in their own right or as a stand-in. */
export const holdsALevel = ({ levels }: Pick<Chain, 'levels'>, signer: Signer): boolean =>
  levels.some((level) => signsFor(level, signer) !== undefined)

/** Why somebody may not send it back: the level in turn decides; when all have signed, whoever holds one of its levels. */
export function whyNotSendBack(chain: Chain, signer: Signer): Refusal | undefined {
  if (levelInTurn(chain)) return whyNotInTurn(chain, signer)
  return holdsALevel(chain, signer) ? undefined : refusals.holdsNoLevel()
}

/** How a room says that somebody may not sign: of a text, a letter, an answer. */
export interface ChainWords {
  readonly own: () => Refusal
  readonly signed: (level: LevelId) => Refusal
}

/** Who signs nothing more, by their own hand or another's: whoever wrote it, and everybody whose hand or name has signed. */
export const keptFromSigning = ({ notBy, signatures }: Pick<Chain, 'notBy' | 'signatures'>): ReadonlySet<string> =>
  new Set([
    ...notBy,
    ...signatures
      .flatMap(({ by, standsInFor }) => [by.id, standsInFor?.staffId])
      .filter((id) => id !== null && id !== undefined),
  ])

/** In whose name the person could sign the level, their own or an absent colleague's; undefined where they could not. */
function nameAt(level: AskedLevel, signer: Signer, kept: ReadonlySet<string>): string | undefined {
  if (signer.id === null || kept.has(signer.id)) return undefined
  const absent = signsFor(level, signer, kept)
  return absent === null ? signer.id : absent?.staffId
}

/** For whom the person signs at the level in turn: never in the name of who is kept from signing. */
export function signsInTurn(chain: Chain, signer: Signer): Absent | null | undefined {
  const level = levelInTurn(chain)
  return level && signsFor(level, signer, keptFromSigning(chain))
}

/** Why the level in turn is not this person's; undefined when it is, whatever else may stand against them. */
export function whyNotInTurn(chain: Chain, signer: Signer): Refusal | undefined {
  const level = levelInTurn(chain)
  if (!level) return refusals.reviewedAlready()
  if (signsInTurn(chain, signer) !== undefined) return undefined
  const absent = signsFor(level, signer)
  if (absent) return refusals.notInTheirName(absent.name)
  const holds = signsFor({ ...level, unitId: null }, signer) !== undefined
  return holds ? refusals.notYourUnitsLevel(roleLabel(level.role)) : refusals.notYourLevel(roleLabel(level.role))
}

/**
 * Why this person may not sign now, or undefined if they may: the level in turn is theirs by role and unit or as a stand-in,
 * they wrote none of it, and neither they nor another in their name have signed at another level (art. 17).
 */
export function whyNotSign(chain: Chain, signer: Signer, words: ChainWords): Refusal | undefined {
  const shut = whyNotInTurn(chain, signer)
  if (shut) return shut
  if (signer.id !== null && chain.notBy.has(signer.id)) return words.own()
  const before = chain.signatures.find(({ by }) => by.id === signer.id)
  if (before) return words.signed(before.level)
  const inTheirName = chain.signatures.find(({ standsInFor }) => standsInFor?.staffId === signer.id)
  return inTheirName && refusals.signedInYourName(inTheirName.by.name, levelLabel(inTheirName.level))
}

/** Every level has signed exactly what stands, and different people have, none of whom wrote it. */
export function isFullySigned({ levels, signatures, notBy }: Chain, hash: string | null): boolean {
  const signers = signatures.map(({ by }) => by.id)
  return (
    hash !== null &&
    levels.length > 0 &&
    signatures.length === levels.length &&
    signatures.every((each, index) => each.hash === hash && each.level === levels[index]?.id) &&
    new Set(signers).size === signers.length &&
    signers.every((id) => id !== null && !notBy.has(id))
  )
}

/** The levels that a matter in this state may go back to, the first one first; the drafter stands before all. */
export const levelsBefore = ({ levels, signatures }: Chain): AskedLevel[] => levels.slice(0, signatures.length)

/** The signatures that stay when it goes back: none of the level it goes to, nor of any after it. */
export function keptSignatures<Signed extends Signature>(
  { levels, signatures }: Chain<Signed>,
  to: LevelId | 'drafting',
): readonly Signed[] {
  const keep = to === 'drafting' ? 0 : levels.findIndex(({ id }) => id === to)
  return signatures.slice(0, Math.max(keep, 0))
}

/** What of a level's list is still to be ticked. */
export const unticked = (
  level: { readonly checklist: readonly string[] },
  ticked: readonly string[],
): string | undefined => level.checklist.find((item) => !ticked.includes(item))

/** What a signature at the level says was ticked: the level's own list, whatever else was sent. Refuses what is still open. */
export function tickedAt(level: { readonly checklist: readonly string[] }, ticked: readonly string[]): string[] {
  const open = unticked(level, ticked)
  if (open) throw refusals.checklistOpen(open)
  return [...level.checklist]
}

/**
 * The levels as they are asked of a matter of this unit. Where nobody in the unit may sign, not even as a stand-in, whoever
 * holds the role in the organ does: an office without a head of its own, or whose head drafts, is not shut out.
 */
export const askedWhereHeld = (
  levels: readonly ReviewLevel[],
  unitId: string | null,
  people: readonly Signer[],
  notBy: ReadonlySet<string> = nobody,
): AskedLevel[] =>
  askedOf(levels, unitId).map((level) =>
    people.some((each) => nameAt(level, each, notBy) !== undefined) ? level : { ...level, unitId: null },
  )

/** A level that nobody can sign, with the names of those who hold it and may not; empty where nobody holds it. */
export interface Unheld {
  readonly level: AskedLevel
  readonly barred: readonly string[]
}

/**
 * The first level that nobody could sign: no person holds it by role and unit, or the names of all who do are kept from
 * signing or needed for the levels before. A stand-in adds no name: whoever is absent is among the people. Found before a
 * matter is put up, so that it never stands still.
 */
export function unheldLevel(
  levels: readonly AskedLevel[],
  notBy: ReadonlySet<string>,
  people: readonly (Signer & { readonly id: string; readonly name: string })[],
): Unheld | undefined {
  const reached = matched(levels.map((level) => people.flatMap((each) => nameAt(level, each, notBy) ?? [])))
  const level = levels[reached]
  if (!level) return undefined
  const holders = people.flatMap((each) => {
    const absent = signsFor(level, each)
    return absent === undefined ? [] : (absent ?? each).name
  })
  return { level, barred: [...new Set(holders)] }
}

/** How many levels, from the first on, can each have a name of their own (Kuhn's matching; a handful of either). */
function matched(candidates: readonly (readonly string[])[]): number {
  const taken = new Map<string, number>()
  const place = (level: number, seen: Set<string>): boolean =>
    (candidates[level] ?? []).some((id) => {
      if (seen.has(id)) return false
      seen.add(id)
      const holder = taken.get(id)
      if (holder !== undefined && !place(holder, seen)) return false
      taken.set(id, level)
      return true
    })
  const first = candidates.findIndex((_, level) => !place(level, new Set()))
  return first < 0 ? candidates.length : first
}

/** 初审, as people read it, with the role that holds it. */
export const levelWords = ({ id, role }: AskedLevel): string => `${levelLabel(id)}（${roleLabel(role)}）`
