import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { Absent } from '../../review/chain.ts'

/** Whose a request is: a unit and perhaps one of its clerks, as they were called then. */
export const Charged = z.strictObject({
  unitId: z.string().nullable(),
  unitName: z.string(),
  staffId: z.string().nullable(),
  staffName: z.string(),
})
export type Charged = z.infer<typeof Charged>

const inPlaceOf = { standsInFor: Absent.optional() }

/** Why two requests belong together. */
export const linkKindIds = ['sameApplicant', 'sameMatter', 'again', 'other'] as const
export type LinkKindId = (typeof linkKindIds)[number]

/** What is known of each kind of event of the work inside the organ. */
export const workEventData = {
  /** `keptBy`: whose it stays until the other unit takes it on. */
  handoverOffered: Charged.extend({ unitId: z.string(), keptBy: Charged }),
  /** `better`: the unit that whoever refuses thinks right. */
  handoverRefused: z.strictObject({
    offer: z.number().int(),
    unitId: z.string(),
    unitName: z.string(),
    reason: z.string(),
    betterUnitId: z.string().nullable(),
    betterUnitName: z.string(),
    ...inPlaceOf,
  }),
  coHandlingAsked: z.strictObject({
    unitId: z.string(),
    unitName: z.string(),
    about: z.string(),
    dueOn: PlainDate,
    /** No answer is drafted before it has come. */
    isAwaited: z.boolean(),
  }),
  coHandlingAnswered: z.strictObject({ asked: z.number().int(), opinion: z.string(), ...inPlaceOf }),
  coHandlingEnded: z.strictObject({ asked: z.number().int(), reason: z.string() }),
  noteRead: z.strictObject({ notes: z.array(z.number().int()) }),
  /** It is told once, in the history of one of the two. */
  linked: z.strictObject({
    otherId: z.string(),
    otherNumber: z.string(),
    why: z.enum(linkKindIds),
    reason: z.string(),
  }),
  unlinked: z.strictObject({ otherId: z.string(), otherNumber: z.string(), reason: z.string() }),
} as const

/** Whom a note names, so that they look at it. */
export const Named = z.array(z.strictObject({ id: z.string(), name: z.string() }))
