import type { OnPublication } from '../../disclosure/on-publication.ts'
import { noteDecision } from './store/decisions.ts'

/** 双公示: a decision's record tells on which day it came to stand in public, and when it was withdrawn. */
export const notePublicity: OnPublication = (tx, { organId, recordId, content, day }) =>
  noteDecision(tx, { organId, recordId, isWithdrawn: content.act.kind === 'withdraw', day })
