import type { ContentCheck } from '../audit/deep.ts'
import { recordContents } from '../disclosure/store/check-contents.ts'
import { fileContents } from '../files/check-contents.ts'
import { decisionContents } from '../ledgers/decisions/store/decisions.ts'
import { correctionContents } from '../ledgers/rows/store/corrections.ts'
import { passkeyContents } from '../organs/passkeys/store.ts'
import { staffContents } from '../organs/staff/store.ts'
import { reportContents } from '../report/store/check-contents.ts'
import { requestContents } from '../requests/store/check-contents.ts'

/** What each room checks of its contents, for the deep check. */
export const contentChecks: readonly ContentCheck[] = [
  recordContents,
  requestContents,
  fileContents,
  reportContents,
  decisionContents,
  correctionContents,
  staffContents,
  passkeyContents,
]
