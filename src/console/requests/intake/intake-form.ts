import { type PlainDate, plainDate } from '../../../days/plain-date.ts'
import type { Applicant } from '../../../requests/applicant.ts'
import { Intake } from '../../../requests/intake.ts'
import { channelOf, type RequestChannelId } from '../../../requests/request-channel.ts'
import type { UploadedFile } from '../../api.ts'
import { dayIn, type FormDay } from '../../fields/typed-day.ts'

type FilePurpose = Intake['files'][number]['purpose']

/** A file that has been sent and waits for the request it belongs to. */
export interface IntakeFile extends UploadedFile {
  readonly purpose: FilePurpose
}

/** What the form holds; `toIntake` makes the request's body of it. */
export interface IntakeValues {
  readonly channel: RequestChannelId
  readonly arrivedOn: FormDay
  readonly isConfirmed: boolean
  readonly receivedOn: FormDay
  readonly lateReason?: string
  readonly confirmation: { readonly method?: string; readonly evidence?: string }
  readonly applicant: Partial<Omit<Applicant, 'agent'>> & { readonly agent?: Partial<NonNullable<Applicant['agent']>> }
  readonly hasAgent: boolean
  readonly pieces: readonly string[]
  readonly formWanted: string
  readonly routeWanted: string
  readonly needsHelp: boolean
  readonly assistance: string
  readonly files: readonly IntakeFile[]
  readonly onBehalf: string
}

export const emptyIntake = (today: PlainDate, name: string): IntakeValues => ({
  channel: 'inPerson',
  arrivedOn: today,
  isConfirmed: false,
  receivedOn: today,
  confirmation: {},
  applicant: { kind: 'naturalPerson', identityKind: 'residentId' },
  hasAgent: false,
  pieces: [''],
  formWanted: 'paper',
  routeWanted: 'mail',
  needsHelp: false,
  assistance: '',
  files: [],
  onBehalf: name,
})

const text = (value: string | null | undefined) => value?.trim() ?? ''

function applicantOf({ applicant: a, hasAgent }: IntakeValues) {
  const isPerson = a.kind === 'naturalPerson'
  const agent = a.agent ?? {}
  return {
    kind: a.kind,
    name: text(a.name),
    identityKind: isPerson ? (a.identityKind ?? null) : null,
    identityNumber: isPerson ? text(a.identityNumber) : '',
    creditCode: isPerson ? '' : text(a.creditCode),
    legalRepresentative: isPerson ? '' : text(a.legalRepresentative),
    contactName: isPerson ? '' : text(a.contactName),
    phone: text(a.phone),
    email: text(a.email),
    address: text(a.address),
    postcode: text(a.postcode),
    agent: hasAgent
      ? {
          name: text(agent.name),
          identityKind: agent.identityKind ?? 'residentId',
          identityNumber: text(agent.identityNumber),
          phone: text(agent.phone),
        }
      : null,
  }
}

/** Art. 31: where a confirmation is needed and not yet made, there is no day of receipt. */
export function toIntake(values: IntakeValues): unknown {
  const { needsConfirmation } = channelOf(values.channel)
  const isConfirmed = needsConfirmation && values.isConfirmed
  const written = values.pieces.map(text).filter(Boolean)
  return {
    channel: values.channel,
    arrivedOn: values.arrivedOn,
    receivedOn: needsConfirmation ? (isConfirmed ? values.receivedOn : null) : values.arrivedOn,
    confirmation: isConfirmed
      ? { method: text(values.confirmation.method), evidence: text(values.confirmation.evidence) }
      : null,
    ...(isConfirmed && text(values.lateReason) ? { lateReason: text(values.lateReason) } : {}),
    applicant: applicantOf(values),
    pieces: written.length > 0 ? written : [''],
    formWanted: text(values.formWanted),
    routeWanted: text(values.routeWanted),
    assistance: values.needsHelp ? text(values.assistance) : '',
    files: values.files.map(({ id, purpose }) => ({ id, purpose })),
    ...(values.channel === 'oral' ? { onBehalf: text(values.onBehalf) } : {}),
  }
}

/** Art. 43: that help is needed is of no use to anybody without which. */
const asksForHelp = { path: ['assistance'], message: '请写明需要怎样的协助', code: 'custom' } as const

const someDay = plainDate('9999-12-31')

/** What is missing, by the same rules as the server's, before anything is sent: all of it, whatever is wrong with the days. */
export function checkIntake(values: IntakeValues) {
  const checked = Intake.safeParse(toIntake(values))
  const helpless = values.needsHelp && text(values.assistance) === '' ? [asksForHelp] : []
  if (checked.success && helpless.length === 0) return { success: true, data: checked.data } as const
  // A schema that meets no day looks no further; the names and numbers are wanted all the same.
  const [arrivedOn, receivedOn] = [dayIn(values.arrivedOn) ?? someDay, dayIn(values.receivedOn) ?? someDay]
  const others = Intake.safeParse(toIntake({ ...values, arrivedOn, receivedOn })).error?.issues ?? []
  const at = ({ path }: { readonly path: readonly PropertyKey[] }) => path.join('.')
  const found = [...(checked.error?.issues ?? []), ...helpless]
  const told = new Set(found.map(at))
  const issues = [...found, ...others.filter((issue) => !told.has(at(issue)))]
  return { success: false, issues: issues.toSorted((one, other) => placeOf(one) - placeOf(other)) } as const
}

const onScreen = [
  'channel',
  'arrivedOn',
  'onBehalf',
  'receivedOn',
  'confirmation',
  'lateReason',
  'applicant',
  'assistance',
]

/** The first on the screen is gone to: what stands after the applicant comes last. */
function placeOf({ path: [field] }: { readonly path: readonly PropertyKey[] }): number {
  const place = onScreen.indexOf(String(field))
  return place === -1 ? onScreen.length : place
}
