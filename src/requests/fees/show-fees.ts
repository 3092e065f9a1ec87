import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Tx } from '../../db/database.ts'
import { type ExportedList, exportList, type ListExport } from '../../lists/export-list.ts'
import { type Exported, pageSize, partOf } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import { listCharged, listYearsCharged } from '../store/fees.ts'
import { type FeeLine, type FeeSums, feeLine, isWanted, sumsOf, type WantedFees } from './fee-register.ts'
import { feeStandingLabel } from './fee-standing.ts'

export interface FeePage {
  readonly items: readonly FeeLine[]
  readonly total: number
  readonly pageSize: number
  /** Of everything that is wanted, all pages. */
  readonly sums: FeeSums
  /** The years in which notices were sent. */
  readonly years: readonly number[]
}

async function findLines(tx: Tx, { organId, today }: Actor, wanted: WantedFees): Promise<FeeLine[]> {
  const calendar = await loadCalendar(tx)
  const charged = await listCharged(tx, organId, wanted.year)
  return charged.flatMap((each) => feeLine(each, calendar, today) ?? []).filter((line) => isWanted(wanted, line))
}

/** A page of the register of fees, masked, with the sums of all that is wanted. */
export async function showFees(
  tx: Tx,
  actor: Actor,
  { page, ...wanted }: WantedFees & { readonly page: number },
): Promise<FeePage> {
  const lines = await findLines(tx, actor, wanted)
  const { offset, limit } = partOf(page)
  return {
    items: lines.slice(offset, offset + limit),
    total: lines.length,
    pageSize,
    sums: sumsOf(lines),
    years: await listYearsCharged(tx, actor.organId),
  }
}

const list: ListExport<FeeLine> = {
  action: 'request.feesExported',
  title: '信息处理费登记簿',
  sheet: '信息处理费',
  unit: '件',
  columns: [
    { label: '申请编号', of: ({ number }) => number },
    { label: '申请人', of: ({ applicant }) => applicant },
    { label: '状态', of: ({ standing }) => feeStandingLabel(standing) },
    { label: '计收方式', of: ({ basis }) => basis },
    { label: '通知金额（元）', of: ({ amount }) => Number(amount) },
    { label: '减免（元）', of: ({ waived }) => Number(waived) },
    { label: '实收（元）', of: ({ paid }) => Number(paid) },
    { label: '退还（元）', of: ({ refunded }) => Number(refunded) },
    { label: '告知日期', of: ({ notifiedOn }) => notifiedOn },
    { label: '申请人收到日期', of: ({ deliveredOn }) => deliveredOn },
    { label: '缴费期限', of: ({ payBy }) => payBy },
    { label: '缴费日期', of: ({ paidOn }) => paidOn },
    { label: '票据号码', of: ({ receiptNumber }) => receiptNumber },
  ],
}

/** The register as it is narrowed, as a file; names stay masked. */
export const exportFees = (tx: Tx, actor: Actor, wanted: WantedFees & Exported): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, async () => {
    const items = await findLines(tx, actor, wanted)
    return { items, total: items.length }
  })
