import type { OnPublication } from '../../disclosure/on-publication.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import * as store from './store.ts'

/** A normative document that is published, corrected or repealed stands so in the register. */
export const enterPublished: OnPublication = async (tx, { organId, recordId, content }) => {
  if (recordTypeOf(content.type).isNormative) await store.enterPublished(tx, organId, recordId, content)
}
