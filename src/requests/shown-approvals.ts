import { officeDayOf } from '../days/plain-date.ts'
import { roleLabel } from '../organs/role.ts'
import type { Signature } from '../review/chain.ts'
import type { CaseView } from './case-view.ts'
import type { RequestEvent } from './event.ts'
import { signatureOf, type WaitingLetter } from './fold-letters.ts'

/** Every signature that was given to this text, those that no longer count as well. */
export const givenTo = (
  events: readonly RequestEvent[],
  { hash, levels, seq }: Pick<WaitingLetter, 'hash' | 'levels'> & { readonly seq?: number },
): Signature[] =>
  events.flatMap((event) =>
    (event.kind === 'answerApproved' && seq === undefined && event.data.hash === hash) ||
    (event.kind === 'letterApproved' && event.data.draft === seq)
      ? [signatureOf(levels, event)]
      : [],
  )

/** The levels of a chain as a page shows them: who has signed, and who would have to again. */
export const approvalsOf = (
  { levels, approvals }: Pick<WaitingLetter, 'levels' | 'approvals'>,
  given: readonly Signature[],
): CaseView['approvals'] =>
  levels.map(({ id, role, unitId, checklist }, index) => {
    const approval = approvals[index]
    const before = given.findLast(({ level }) => level === id)
    return {
      id,
      level: index + 1,
      role,
      label: roleLabel(role),
      unitId,
      checklist,
      approved: approval ? { ...signedView(approval), opinion: approval.opinion } : null,
      voided: before && !approval ? signedView(before) : null,
    }
  })

const signedView = (signature: Signature) => ({
  by: signedName(signature),
  on: signature.on ?? officeDayOf(signature.at),
  hash: signature.hash,
})

/** Who signed, and for whom. */
const signedName = ({ by, standsInFor }: Signature): string =>
  standsInFor ? `${by.name}（代${standsInFor.name}）` : by.name
