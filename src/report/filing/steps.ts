import { yearOf } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { refusals } from '../../refusal.ts'
import * as kit from '../../steps/step.ts'
import type { Filer } from './filer.ts'
import { type Filing, type FilingStatus, filingStatusLabel } from './filing.ts'
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
}

const clerks: readonly Role[] = ['clerk']
const officers: readonly Role[] = ['clerk', 'ogiHead']

/** As whom a person acts: the clerks of the filing organ's work body, the clerks of the office's and its head. The clock reminds. */
function actsAs({ side, actor, workBodyId }: StepMatter): readonly Side[] {
  if (actor.kind === 'system') return [side]
  const roles = side === 'filer' ? clerks : officers
  const isThere = actor.roles.includes('ogiHead') || (workBodyId !== null && actor.unitId === workBodyId)
  return isThere && actor.roles.some((role) => roles.includes(role)) ? [side] : []
}

const yearRuns = ({ year, actor }: StepMatter) =>
  yearOf(actor.today) <= year ? refusals.yearNotOver(year, actor.today) : undefined

const hasOffice = ({ filer }: StepMatter) =>
  filer.organId === null ? undefined : refusals.filerFilesItself(filer.name)

const article = '条例第四十九条'

/** The steps of a filing. Every condition stands here, so that the page greys what the server would refuse. */
const steps = {
  file: {
    label: '报送',
    article,
    from: ['expected', 'returned', 'withdrawn', 'accepted'],
    by: ['filer'],
    unless: yearRuns,
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
  remind: {
    label: '催报',
    article,
    from: ['expected', 'returned', 'withdrawn'],
    by: ['office'],
    unless: yearRuns,
  },
  excuse: { label: '免报', article, from: ['expected', 'returned', 'withdrawn'], by: ['office'] },
  expect: { label: '恢复应报', article, from: ['excused'], by: ['office'] },
} as const satisfies Record<FilingStepName, kit.Step<FilingStatus, Side, StepMatter>>

export const officeStepNames = ['confirm', 'accept', 'sendBack', 'remind', 'excuse', 'expect'] as const

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
