import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Role } from '../../organs/role.ts'

/** What the figures and sentences of an annual report rest on, as one that answers for it would divide it. */
export const accountedLedgers = [
  { id: 'requests', label: '政府信息公开申请', nil: '没有收到政府信息公开申请' },
  { id: 'remedies', label: '行政复议、行政诉讼', nil: '没有因政府信息公开被申请复议、被起诉' },
  { id: 'rules', label: '规章', nil: '没有制发、废止规章' },
  { id: 'normativeDocuments', label: '行政规范性文件', nil: '没有制发、废止行政规范性文件' },
  { id: 'licensing', label: '行政许可', nil: '没有作出行政许可决定' },
  { id: 'penalty', label: '行政处罚', nil: '没有作出行政处罚决定' },
  { id: 'compulsion', label: '行政强制', nil: '没有作出行政强制决定' },
  { id: 'administrativeFees', label: '行政事业性收费', nil: '没有收取行政事业性收费' },
  { id: 'publications', label: '发布信息', nil: '没有通过网站、新媒体等渠道发布信息' },
] as const
export type AccountedLedger = (typeof accountedLedgers)[number]['id']

export const AccountedLedger = z.enum(
  accountedLedgers.map(({ id }) => id),
  '没有这一张台账',
)

export const ledgerLabel = (id: AccountedLedger): string => accountedLedgers.find((each) => each.id === id)?.label ?? id

/** Which of them an organ answers for: 规章 only where it may make them, or has some. */
export const ledgersOf = (canMakeRules: boolean): readonly AccountedLedger[] =>
  accountedLedgers.flatMap(({ id }) => (id === 'rules' && !canMakeRules ? [] : [id]))

/** Who answers by name for a year of a ledger, and with which words. */
export interface Confirmation {
  readonly id: string
  /** What stood in the ledger then. */
  readonly rowCount: number
  /** Of documents: how many were in force on the last day, as it was known then. */
  readonly standingCount: number | null
  readonly words: string
  readonly on: PlainDate
  readonly name: string
}

/** An import that had rows of the year. Of those from before 0.3 only the day of the last is known. */
export interface ImportFact {
  readonly on: PlainDate | null
  readonly fileName: string | null
  readonly name: string | null
  /** It had several rows of the year, and all that stood in the ledger then: what a late or a corrected row never has. */
  readonly isWhole: boolean
}

/** What is on record of a ledger in a year. */
export interface YearFacts {
  readonly ledger: AccountedLedger
  readonly year: number
  /** What stands in it of that year: by the day of receipt, filing, issue or repeal, decision, collection, publication. */
  readonly rows: number
  /** Of those, entered on the platform and not by a file. */
  readonly enteredHere: number
  /** Of those entered on the platform, the ones that were entered before the year was over. */
  readonly enteredInTime: number
  /** Of documents: how many are in force on the last day, of whatever year; null of ledgers that keep no standing. */
  readonly standing: number | null
  /** The day on which the first of all rows was entered on the platform. */
  readonly keptSince: PlainDate | null
  /** Every import that had rows of the year and was not undone, the last one last. */
  readonly imports: readonly ImportFact[]
  readonly confirmation: Confirmation | null
}

export type YearState = 'kept' | 'imported' | 'confirmed' | 'notKept'

export const stateLabels: Readonly<Record<YearState, string>> = {
  kept: '在本平台登记',
  imported: '由文件导入',
  confirmed: '已确认',
  notKept: '未登记、未确认',
}

export interface LedgerYear extends YearFacts {
  readonly state: YearState
  /** The last of the imports. */
  readonly imported: ImportFact | null
  /** Why it is not known, and what to do; null where it is. */
  readonly lack: string | null
}

/** Who answers for a ledger by name. */
export const yearConfirmers = ['clerk', 'unitHead', 'ogiHead', 'leader'] as const satisfies readonly Role[]

/** What is typed to answer for a ledger. */
export const ConfirmYear = z.strictObject({
  ledger: AccountedLedger,
  year: z.int('请填写年度').min(2008, '年度有误').max(2200, '年度有误'),
  words: z.string().trim().min(4, '请写明依据，如“已向各科室核实”').max(300, '不超过300个字'),
})
export type ConfirmYear = z.infer<typeof ConfirmYear>
export const EndConfirmation = z.strictObject({
  reason: z.string().trim().min(2, '请写明撤销的理由').max(300, '不超过300个字'),
})
