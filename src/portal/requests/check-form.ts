import type { PlainDate } from '../../days/plain-date.ts'
import {
  problemsByField,
  type Submission,
  submissionFields,
  submissionOf,
  withoutUnseen,
} from '../../requests/applicant/submission.ts'
import { type KeptFile, uploadPurposes } from './kept-files.tsx'

const fieldOrder: readonly string[] = [...submissionFields, ...uploadPurposes]

interface Sent {
  readonly texts: Readonly<Record<string, string>>
  readonly kept: readonly KeptFile[]
  /** Of its files. */
  readonly problems: ReadonlyMap<string, string>
}

/** The request that was written, or what is still to be mended, in the order of the form. */
export function checkForm(
  { texts, kept, problems }: Sent,
  today: PlainDate,
): { readonly submission: Submission } | { readonly problems: ReadonlyMap<string, string> } {
  const hasPowerOfAttorney = kept.some(({ purpose }) => purpose === 'powerOfAttorney')
  const { data, error } = submissionOf({ today, hasPowerOfAttorney }).safeParse(withoutUnseen(texts))
  const all = [...(error ? problemsByField(error) : []), ...problems]
  if (!data || all.length > 0)
    return { problems: new Map(all.sort(([a], [b]) => fieldOrder.indexOf(a) - fieldOrder.indexOf(b))) }
  return { submission: data }
}
