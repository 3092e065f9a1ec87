import { officeDayOf, yearOf } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import * as kit from '../../steps/step.ts'
import type { Filer } from './filer.ts'
import { awaitedStatuses, type Filing, type FilingStatus, filingStatusLabel } from './filing.ts'
import type { FilerStepName, OfficeStepName } from './filing-event.ts'

export type FilingStepName = FilerStepName | OfficeStepName | 'receive'

/** On which side of the filing a person stands. */
export type Side = 'filer' | 'office'

/** Whatever a rule may ask about before a step. */
export interface StepMatter {
  readonly filing: Filing
  readonly filer: Filer
  readonly year: number
  readonly side: Side
  readonly actor: Pick<Actor, 'id' | 'kind' | 'roles' | 'unitId' | 'today'>
  /** The unit of the acting person's organ that answers for reports; null where none is named. */
  readonly workBodyId: string | null
  /** By which the filer's own report is known that may be handed up; null where none is signed, and where the office acts. */
  readonly ownHash: string | null
}

type Acting = Pick<StepMatter, 'workBodyId'> & { readonly actor: Pick<Actor, 'kind' | 'roles' | 'unitId'> }

const isClerkOfWorkBody = ({ actor, workBodyId }: Acting): boolean =>
  actor.roles.includes('clerk') && workBodyId !== null && actor.unitId === workBodyId

/** Whether somebody acts for the office that receives: a clerk of its work body or its head. The clock reminds. */
export const isOfficer = (acting: Acting): boolean =>
  acting.actor.kind === 'system' || acting.actor.roles.includes('ogiHead') || isClerkOfWorkBody(acting)

/** As whom a person acts: who files are the clerks of the organ's work body. */
function actsAs(matter: StepMatter): readonly Side[] {
  const { side, actor } = matter
  const may = side === 'office' ? isOfficer(matter) : actor.kind === 'system' || isClerkOfWorkBody(matter)
  return may ? [side] : []
}

const yearRuns = ({ year, actor }: StepMatter) =>
  yearOf(actor.today) <= year ? refusals.yearNotOverToFile(year) : undefined

const hasOffice = ({ filer }: StepMatter) =>
  filer.organId === null ? undefined : refusals.filerFilesItself(filer.name)

/** Who neither works here nor has told an address hears of no reminder. */
export const isOutOfReach = ({ organId, email }: Pick<Filer, 'organId' | 'email'>): boolean =>
  organId === null && email === ''

/** What is not signed is not handed up, nor what was accepted or sent back as it is. */
function whyNotThisReport({ filing: { status, filed }, year, ownHash }: StepMatter) {
  if (ownHash === null) return refusals.nothingToFile(year)
  if (filed?.hash !== ownHash) return undefined
  if (status === 'accepted') return refusals.filedAlready()
  return status === 'returned' ? refusals.filedUnchanged() : undefined
}

function whyNotReached({ filer, filing: { remindedAt }, actor }: StepMatter) {
  if (isOutOfReach(filer)) return refusals.filerOutOfReach(filer.name)
  return remindedAt !== null && officeDayOf(remindedAt) >= actor.today ? refusals.remindedToday(filer.name) : undefined
}

const article = '条例第四十九条'

/** The steps of a filing. Every condition stands here, so that the page greys what the server would refuse. */
const steps = {
  file: {
    label: '报送',
    article,
    from: ['expected', 'returned', 'withdrawn', 'accepted'],
    by: ['filer'],
    unless: (matter) => yearRuns(matter) ?? whyNotThisReport(matter),
  },
  withdraw: { label: '撤回报送', article, from: ['filed'], by: ['filer'] },
  receive: {
    label: '登记收到的报告',
    article,
    from: ['expected', 'returned', 'withdrawn', 'received', 'filed', 'accepted'],
    by: ['office'],
    unless: (matter) => hasOffice(matter) ?? yearRuns(matter),
  },
  confirm: { label: '核对原件', article, from: ['received'], by: ['office'] },
  accept: {
    label: '审核通过',
    article,
    from: ['filed'],
    by: ['office'],
    unless: ({ filing, actor }) =>
      filing.filed?.source.kind === 'file' && filing.filed.by.id === actor.id && refusals.comparesAndAccepts(),
  },
  sendBack: { label: '退回', article, from: ['received', 'filed', 'accepted'], by: ['office'] },
  discard: { label: '取消登记', article, from: ['received'], by: ['office'] },
  remind: {
    label: '催报',
    article,
    from: awaitedStatuses,
    by: ['office'],
    unless: (matter) => yearRuns(matter) ?? whyNotReached(matter),
  },
  excuse: {
    label: '免报',
    article,
    from: awaitedStatuses,
    by: ['office'],
    unless: (matter) => (matter.filing.accepted ? refusals.acceptedAlready() : yearRuns(matter)),
  },
  expect: { label: '恢复应报', article, from: ['excused'], by: ['office'] },
} as const satisfies Record<FilingStepName, kit.Step<FilingStatus, Side, StepMatter>>

export const officeStepNames = ['confirm', 'discard', 'accept', 'sendBack', 'remind', 'excuse', 'expect'] as const

const filingKind: kit.CaseKind<FilingStepName, FilingStatus, Side, StepMatter> = {
  steps,
  statusOf: ({ filing }) => filing.status,
  actsAs,
  next: nextStep,
  refusals: {
    closed: (status) => refusals.filingClosed(filingStatusLabel(status)),
    notTheirs: ([by], { side }) => (by === side ? refusals.notYourFiling(side) : refusals.notThatSide(by ?? 'office')),
  },
}

function nextStep({ filing, side, filer }: StepMatter): FilingStepName | undefined {
  if (side === 'filer') return filing.status === 'filed' ? undefined : 'file'
  if (filing.status === 'received') return 'confirm'
  if (filing.status === 'filed') return 'accept'
  return filer.organId === null && filing.status !== 'accepted' ? 'receive' : 'remind'
}

export const whyNot = (name: FilingStepName, matter: StepMatter) => kit.whyNot(filingKind, name, matter)

/** The steps of the side on which the person stands. */
export const stepViews = (matter: StepMatter): kit.StepView<FilingStepName>[] =>
  kit.stepViews(filingKind, matter).filter(({ name }) => steps[name].by.some((by) => by === matter.side))
