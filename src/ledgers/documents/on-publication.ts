import type { MadePublic, OnPublication } from '../../disclosure/on-publication.ts'
import * as store from './store/documents.ts'

/** A normative document that is published, corrected or repealed stands so in the register; repeal closes its entry. */
export const enterPublished: OnPublication = async (tx, { organId, recordId, content, isNormative, keepsRepeal }) => {
  const { title, documentNumber, madeOn, effectiveFrom, validUntil, act } = content
  if (!isNormative || !madeOn) return
  const entry = {
    recordId,
    title,
    documentNumber,
    issuedOn: madeOn,
    effectiveFrom: effectiveFrom ?? madeOn,
    validUntil,
  }
  await store.enterPublished(tx, organId, { ...entry, ...(keepsRepeal ? {} : repealBy(act)) })
}

const repealBy = (act: MadePublic['content']['act']) =>
  act.kind === 'repeal' ? { repealedOn: act.on, repealedBy: act.by } : { repealedOn: null, repealedBy: null }
