import type { PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { Issue } from '../../fields/field-errors.ts'

interface FieldBase {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly optional?: true
  /** It must be said wherever it is asked, although the step can be taken without it where it is not. */
  readonly isDemanded?: true
  /** What the case itself adds to the help. */
  readonly usual?: (view: CaseView) => string
  /** Asked only then. */
  readonly when?: AskedWhen
}

/** Whether a field is asked for as the case and its form stand. */
export type AskedWhen = (view: CaseView, values: Readonly<Record<string, unknown>>, today: PlainDate) => boolean

/** How one input of a step is asked for. */
export type StepField = FieldBase &
  (
    | { readonly kind: 'line'; readonly suggestions?: readonly string[] }
    | { readonly kind: 'text'; readonly rows?: number }
    | {
        readonly kind:
          | 'pastDay'
          | 'comingDay'
          | 'workingDays'
          | 'pages'
          | 'yuan'
          | 'unit'
          | 'member'
          | 'pieces'
          | 'files'
          | 'letter'
          | 'sentLetter'
          | 'wordings'
          | 'letterToServe'
          | 'letterServed'
          | 'attempt'
          | 'registration'
          | 'returnTo'
          | 'checklist'
          | 'ownMember'
          | 'colleagues'
          | 'coHandling'
          | 'requestNumber'
          | 'linked'
          | 'yes'
      }
    | { readonly kind: 'choice'; readonly choices: readonly { readonly id: string; readonly label: string }[] }
    | { readonly kind: 'consultation'; readonly among: 'undelivered' | 'unanswered' | 'answered' | 'objecting' }
  )

/** Whether the form marks it as one that must be filled in. */
export const mustBeGiven = ({ optional, isDemanded }: StepField): boolean => !optional || isDemanded === true

/** What is demanded of those that are asked, and was left empty; the rules of `stepInputs` do not know whether it was asked. */
export const missingDemanded = (asked: readonly StepField[], input: Readonly<Record<string, unknown>>): Issue[] =>
  asked.flatMap(({ name, label, kind, isDemanded }) =>
    isDemanded && !String(input[name] ?? '').trim() ? [{ path: [name], message: asking(kind, label) }] : [],
  )

const asking = (kind: StepField['kind'], label: string): string =>
  kind === 'checklist' ? '请逐项核对并勾选' : `请${kind === 'choice' || kind === 'returnTo' ? '选择' : '写明'}${label}`
