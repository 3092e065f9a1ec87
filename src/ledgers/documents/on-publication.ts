import { type Content, keepsRepeal } from '../../disclosure/content.ts'
import type { OnPublication } from '../../disclosure/on-publication.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import * as store from './store.ts'

/** A normative document that is published, corrected or repealed stands so in the register; repeal closes its entry. */
export const enterPublished: OnPublication = async (tx, { organId, recordId, content }) => {
  const { title, documentNumber, madeOn, effectiveFrom, validUntil, act } = content
  if (!recordTypeOf(content.type).isNormative || !madeOn) return
  const entry = {
    recordId,
    title,
    documentNumber,
    issuedOn: madeOn,
    effectiveFrom: effectiveFrom ?? madeOn,
    validUntil,
  }
  await store.enterPublished(tx, organId, { ...entry, ...repealBy(act) })
}

const repealBy = (act: Content['act']) => {
  if (keepsRepeal(act)) return {}
  return act.kind === 'repeal' ? { repealedOn: act.on, repealedBy: act.by } : { repealedOn: null, repealedBy: null }
}
