import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import { validityOn, validityReason } from '../../law/validity.ts'

const day = (date: PlainDate | null): string => (date ? chineseDate(date) : '')

/** What is said before everything else of a document that is not, no longer or not for long in force; undefined of others. */
export function bannerWords(record: PublicRecord, today: PlainDate): string | undefined {
  const { effectiveFrom, repealedOn, repealedBy, repealReason } = record
  const by = repealedBy ? `（${repealedBy}）` : ''
  const why = repealReason ? `废止理由：${repealReason}` : ''
  const words = {
    inForce: repealedOn ? `本文件自${day(repealedOn)}起废止${by}，此前仍然有效。${why}` : undefined,
    repealed: `本文件已于${day(repealedOn)}废止${by}，仅供查阅，不再执行。${why}`,
    expired: `本文件${validityReason(record, 'expired')}，仅供查阅，不再执行。`,
    notYetEffective: `本文件自${day(effectiveFrom)}起施行。`,
  }
  return words[validityOn(record, today)]
}
