import type { Refusal } from '../refusal.ts'

/** A step of a case: from which states, by whom, and what else may shut it. */
export interface Step<Status extends string, Who extends string, Matter> {
  readonly label: string
  /** As cited to people. */
  readonly article: string
  readonly from: readonly Status[]
  readonly by: readonly Who[]
  /** Why it is shut although state and person would allow it. */
  readonly unless?: (matter: Matter) => Refusal | false | undefined
}

/** A kind of case: its table of steps, and how a matter of that kind is asked about. Plain data; each room has its own. */
export interface CaseKind<Name extends string, Status extends string, Who extends string, Matter> {
  readonly steps: Readonly<Record<Name, Step<Status, Who, Matter>>>
  readonly statusOf: (matter: Matter) => Status
  /** As whom the actor may act today. */
  readonly actsAs: (matter: Matter) => readonly Who[]
  readonly next: (matter: Matter) => Name | undefined
  readonly refusals: {
    readonly closed: (status: Status) => Refusal
    readonly notTheirs: (by: readonly Who[], matter: Matter) => Refusal
    /** What shuts a step of any name, asked first of all. */
    readonly always?: (matter: Matter, name: Name) => Refusal | undefined
  }
}

/** A step as a page shows it: greyed with the very words with which the server would refuse it. */
export interface StepView<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly article: string
  readonly why: string | null
  readonly isNext: boolean
}

/** Why this step is shut for this person now, or undefined if it is open: first the state, then the person, then the rest. */
export function whyNot<Name extends string, Status extends string, Who extends string, Matter>(
  { steps, statusOf, actsAs, refusals }: CaseKind<Name, Status, Who, Matter>,
  name: Name,
  matter: Matter,
): Refusal | undefined {
  const step: Step<Status, Who, Matter> = steps[name]
  const shut = refusals.always?.(matter, name)
  if (shut) return shut
  const status = statusOf(matter)
  if (!step.from.includes(status)) return refusals.closed(status)
  const who = actsAs(matter)
  if (!step.by.some((each) => who.includes(each))) return refusals.notTheirs(step.by, matter)
  return step.unless?.(matter) || undefined
}

/** The names of a table in its order. */
export const namesOf = <Name extends string>(steps: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(steps).filter((name): name is Name => Object.hasOwn(steps, name))

/** Every step with whether and why it is shut, the next one first. */
export function stepViews<Name extends string, Status extends string, Who extends string, Matter>(
  kind: CaseKind<Name, Status, Who, Matter>,
  matter: Matter,
): StepView<Name>[] {
  const next = kind.next(matter)
  return namesOf(kind.steps)
    .map((name) => ({
      name,
      label: kind.steps[name].label,
      article: kind.steps[name].article,
      why: whyNot(kind, name, matter)?.message ?? null,
      isNext: name === next,
    }))
    .sort((a, b) => Number(b.isNext) - Number(a.isNext))
}
