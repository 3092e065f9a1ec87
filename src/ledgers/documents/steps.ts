import type { Actor } from '../../organs/actor.ts'
import { type Role, roleLabel } from '../../organs/role.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import * as kit from '../../steps/step.ts'
import { standingOn, type Term } from './register.ts'
import type { RegisteredDocument } from './registered-document.ts'

/** How a document stands today, by what is registered of it. */
export const documentStatuses = ['notIssued', 'notYetEffective', 'inForce', 'expired', 'lapsed', 'repealed'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

export type DocumentStep = 'repeal' | 'lapse' | 'amend' | 'removeAmendment'

/** Whatever a rule may ask about before a step. */
export interface DocumentMatter {
  readonly document: Term & Pick<RegisteredDocument, 'lapsedBy' | 'recordId' | 'amendments'>
  readonly actor: Pick<Actor, 'roles' | 'today'>
}

/** Expired is what ran out by its own term, lapsed what was declared so. One that ran out and was repealed later has run out. */
export function statusOf({ document, actor }: DocumentMatter): DocumentStatus {
  const standing = standingOn(document, actor.today)
  return standing === 'expired' && document.lapsedBy !== null ? 'lapsed' : (standing ?? 'notIssued')
}

/** Whoever keeps the register. */
export const documentKeepers = ['clerk', 'legalStaff'] as const satisfies readonly Role[]

/** Text and register must not part: what the platform published ends at its record. */
const isPublished = ({ document }: DocumentMatter): Refusal | false =>
  document.recordId !== null && refusals.publishedDocument()

/**
 * The steps of a registered document. What is registered may lie in the past, so that how it stands today shuts little: whether
 * it was in force on the day that is given is asked when the day is given.
 */
const steps = {
  repeal: {
    label: '登记废止',
    article: '条例第二十条第一项',
    from: documentStatuses,
    by: documentKeepers,
    unless: (matter) => {
      const { repealedOn } = matter.document
      return isPublished(matter) || (repealedOn !== null && refusals.repealedAlready(repealedOn))
    },
  },
  lapse: {
    label: '宣布失效',
    article: '条例第二十条第一项',
    from: documentStatuses,
    by: documentKeepers,
    unless: isPublished,
  },
  amend: {
    label: '登记文件修改',
    article: '条例第二十条第一项',
    from: ['notYetEffective', 'inForce', 'expired', 'lapsed', 'repealed'],
    by: documentKeepers,
  },
  removeAmendment: {
    label: '取消登记的修改',
    article: '条例第二十条第一项',
    from: documentStatuses,
    by: documentKeepers,
    unless: ({ document }) => document.amendments.length === 0 && refusals.noAmendment(),
  },
} as const satisfies Record<DocumentStep, kit.Step<DocumentStatus, Role, DocumentMatter>>

const kind: kit.CaseKind<DocumentStep, DocumentStatus, Role, DocumentMatter> = {
  steps,
  statusOf,
  actsAs: ({ actor }) => actor.roles,
  next: () => undefined,
  refusals: {
    // Only amendment is shut by state: before it was issued there is nothing to amend.
    closed: () => refusals.notInForceThen('amendedOn'),
    notTheirs: (by) => refusals.notYourStep(by.map(roleLabel).join('、')),
  },
}

export const documentSteps = kit.namesOf<DocumentStep>(steps)

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: DocumentStep, matter: DocumentMatter): Refusal | undefined =>
  kit.whyNot(kind, name, matter)

/** Every step with whether and why it is shut. */
export const stepViews = (matter: DocumentMatter): kit.StepView<DocumentStep>[] => kit.stepViews(kind, matter)
