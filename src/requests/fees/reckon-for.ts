import type { Tx } from '../../db/database.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { refusals } from '../../refusal.ts'
import type { Request } from '../request.ts'
import { feeMonthKey, pagesAddedAcrossRequests } from '../settings.ts'
import { listChargedPages, listPieces } from '../store/fees.ts'
import { feeDayOf, monthOf } from './fee-month.ts'
import { type FeeChosen, type FeeFound, reckonFee } from './reckon-fee.ts'

/**
 * What this request costs by the law and what the organ has chosen, as its registers now stand. Refuses what `reckonFee` refuses, and
 * a request whose applicant is not known.
 */
export async function reckonFor(tx: Tx, request: Request, input: FeeChosen): Promise<FeeFound> {
  const { organId } = request
  const pieces = await listPieces(tx, request)
  const own = pieces.find(({ id }) => id === request.id)
  if (!own) throw refusals.unknownRequest()
  const monthKey = await chosen(tx, organId, feeMonthKey)
  const fee = reckonFee(
    {
      own,
      all: pieces.filter(({ isSame }) => isSame),
      monthKey,
      isGivenOut: request.formWanted !== 'reading' || request.routeWanted === 'email',
      chargedPages: await listChargedPages(tx, request),
      addsPages: await chosen(tx, organId, pagesAddedAcrossRequests),
    },
    input,
  )
  const alike = pieces.filter((each) => !each.isSame && monthOf(feeDayOf(each, pieces, monthKey)) === fee.month)
  return { ...fee, alike: alike.map(({ number }) => number) }
}
