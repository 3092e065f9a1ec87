import { officeTime } from '../../../days/plain-date.ts'
import { type Confirmation, type SecrecyOpinion, type StepName, stepInputs } from '../../../disclosure/edition-event.ts'
import type { Finding } from '../../../disclosure/gates/finding.ts'
import { lateFinding } from '../../../disclosure/gates/late-finding.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { unticked } from '../../../review/chain.ts'
import { type Issue, type Path, plainPath } from '../../fields/field-errors.ts'
import { dayIn, type FormDay } from '../../fields/typed-day.ts'

/** What the forms of the steps hold. */
export interface StepValues {
  readonly secrecy?: Readonly<Record<string, Partial<Pick<SecrecyOpinion, 'opinion' | 'basis'>>>>
  readonly confirmations?: Readonly<Record<string, string | undefined>>
  readonly opinion?: string
  readonly checklist?: readonly string[]
  readonly to?: string
  readonly reason?: string
  readonly paragraph?: number | null
  readonly note?: string
  readonly suggested?: string
  readonly day?: FormDay
  readonly time?: string
}

/** One reason answers for every finding of a gate at a place. */
export const confirmationKey = ({ gate, place }: Pick<Finding, 'gate' | 'place'>): string => `${gate} ${place}`

/** The findings that may stay with a reason, once for each gate and place, without those given for this very text before. */
export function openConfirmations({
  findings,
  events,
  hash,
}: Pick<RecordView, 'findings' | 'events' | 'hash'>): Finding[] {
  const given = new Set(
    events.flatMap(({ data }) =>
      'confirmations' in data && data.hash === hash ? data.confirmations.map(confirmationKey) : [],
    ),
  )
  const open = findings.filter((finding) => finding.severity === 'confirm' && !given.has(confirmationKey(finding)))
  return [...new Map(open.map((finding) => [confirmationKey(finding), finding])).values()]
}

/** The edition as it is asked about: set for a day after its last one, it needs the reason for that as well. */
export function askedFor(view: RecordView, step: StepName, values: StepValues): RecordView {
  const day = dayIn(values.day)
  const late = step === 'schedule' && day ? lateFinding(view.publishBy, day) : undefined
  if (!late) return view
  return { ...view, findings: [...view.findings.filter(({ gate }) => gate !== late.gate), late] }
}

/** Which steps pass the gates, and so ask for reasons. */
export const passesGates = (step: StepName): boolean =>
  ['submit', 'schedule', 'publish', 'publishUrgently'].includes(step)

const secrecyOf = ({ secrecyItems }: RecordView, { secrecy = {} }: StepValues): Partial<SecrecyOpinion>[] =>
  secrecyItems.map(({ id }) => ({ item: id, ...secrecy[id] }))

const confirmationsOf = (view: RecordView, { confirmations = {} }: StepValues): Partial<Confirmation>[] =>
  openConfirmations(view).map(({ gate, place }) => ({
    gate,
    place,
    reason: confirmations[confirmationKey({ gate, place })] ?? '',
  }))

/** The input of a step as the server wants it, bound to the text that was on the screen. */
export function wholeInput(view: RecordView, step: StepName, values: StepValues): Record<string, unknown> {
  const bound = { hash: view.hash }
  const confirmations = confirmationsOf(view, values)
  switch (step) {
    case 'submit':
      return { ...bound, secrecy: secrecyOf(view, values), confirmations }
    case 'sign':
      return {
        ...bound,
        opinion: values.opinion ?? '',
        checklist: values.checklist ?? [],
        secrecy: secrecyOf(view, values),
      }
    case 'sendBack': {
      const { to, reason, paragraph, note, suggested = '' } = values
      return { ...bound, to, reason, paragraph: paragraph ?? null, note, suggested }
    }
    case 'schedule': {
      const { time } = values
      const day = dayIn(values.day)
      const isWhole = day && /^\d{2}:\d{2}$/.test(time ?? '')
      return { ...bound, at: isWhole ? officeTime(day, time ?? '').toISOString() : '', confirmations }
    }
    case 'publish':
      return { ...bound, confirmations }
    case 'publishUrgently':
      return { ...bound, reason: values.reason, secrecy: secrecyOf(view, values), confirmations }
    case 'unschedule':
    case 'discard':
      return { reason: values.reason }
  }
}

/** The name of the form's field in which an issue of the input is mended. */
export function fieldOf(view: RecordView, path: Path): Path {
  const [first, index, name] = path
  if (first === 'secrecy' && typeof index === 'number')
    return ['secrecy', view.secrecyItems[index]?.id ?? '', name ?? 'opinion']
  if (first === 'confirmations' && typeof index === 'number') {
    const finding = openConfirmations(view)[index]
    return ['confirmations', finding ? confirmationKey(finding) : '']
  }
  // A gate names the place in the text of which it found something.
  const found = openConfirmations(view).find(({ place }) => place === path.join('.'))
  if (found) return ['confirmations', confirmationKey(found)]
  return first === 'at' ? ['day'] : path
}

/** What is sent, or everything that is missing or wrong before it is, at the fields of the form. */
export function checkStep(
  view: RecordView,
  step: StepName,
  typed: StepValues,
): { readonly input: unknown } | { readonly issues: readonly Issue[] } {
  const asked = askedFor(view, step, typed)
  const checked = stepInputs[step].safeParse(wholeInput(asked, step, typed))
  const open = step === 'sign' ? untickedBy(view, typed) : undefined
  if (checked.success && open === undefined) return { input: checked.data }
  const atFields = (checked.error?.issues ?? []).map((issue) => ({
    ...issue,
    path: fieldOf(asked, plainPath(issue.path)),
  }))
  return {
    issues: [...(open === undefined ? [] : [{ path: ['checklist'], message: `请核对“${open}”并勾选` }]), ...atFields],
  }
}

function untickedBy({ levels, signatures }: RecordView, { checklist = [] }: StepValues): string | undefined {
  const level = levels[signatures.length]
  return level && unticked(level, checklist)
}
