import { z } from 'zod'

/** More is never counted, and beyond twice that a database does not count at all. */
export const most = 1_000_000_000

const Count = z.coerce.number('没有这个版本').int('没有这个版本').min(1, '没有这个版本').max(most, '没有这个版本')

export const OfRecord = z.strictObject({ id: z.uuid('没有这条信息') })
export const OfEdition = OfRecord.extend({ edition: Count })
export const OfRevision = OfEdition.extend({ revision: Count })
