import type { Term } from '../law/validity.ts'
import type { RecordTypeId } from './record-type.ts'

/** Types that always have a validity. */
export const documentTypes: readonly RecordTypeId[] = ['normativeDocument', 'policyDocument', 'institution']

/** Whether the record has a validity to speak of: documents do, news has none. */
export const hasValidity = (type: RecordTypeId, { effectiveFrom, validUntil, repealedOn }: Term): boolean =>
  documentTypes.includes(type) || effectiveFrom !== null || validUntil !== null || repealedOn !== null
