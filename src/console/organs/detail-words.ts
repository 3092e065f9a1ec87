import { rowLedgers } from '../../app/row-ledgers.ts'
import { channelChoices } from '../../channels/ledger.ts'
import { gateRules } from '../../disclosure/gates/rules.ts'
import { recordTypes } from '../../disclosure/record-type.ts'
import { wantedStatuses } from '../../disclosure/wanted.ts'
import { feedbackKinds } from '../../feedback/feedback.ts'
import { publicities, quashings } from '../../ledgers/decisions/decision.ts'
import { decisionKinds } from '../../ledgers/decisions/decision-fields.ts'
import { accountedLedgers } from '../../ledgers/years/ledger-year.ts'
import { officeKinds } from '../../organs/offices/office.ts'
import { Role, roleLabel } from '../../organs/role.ts'
import { audiences, disclosureLevels, disclosureWays } from '../../platform/catalogue/item.ts'
import { remedyOrigins } from '../../remedies/wanted.ts'
import { requestChannels } from '../../requests/request-channel.ts'
import { requestStatuses } from '../../requests/request-status.ts'
import { detailNames } from './detail-names.ts'

/** What stands in the rows of registers, and their corrections, is called there. */
const columns = Object.values(rowLedgers).flatMap((ledger) => ledger.columns)

/** A field's name in Chinese; one that has none as it stands in the log, so that nothing is left out. */
export const fieldWords = (name: string): string =>
  detailNames[name] ?? columns.find(({ id }) => id === name)?.header ?? name

/** Under these stands what somebody has typed or is called. */
const typed = new Set(['login', 'name', 'title', 'template', 'reason', 'number', 'by'])

interface Choice {
  readonly id: string
  readonly label: string
}

const gates = [
  ...Object.entries(gateRules).map(([id, { label }]) => ({ id, label })),
  { id: 'late', label: '逾期公开' },
]
const acts = [
  { id: 'publish', label: '发布' },
  { id: 'correct', label: '更正' },
  { id: 'withdraw', label: '撤回' },
  { id: 'repeal', label: '废止' },
  { id: 'remove', label: '撤下' },
]
const otherLedgers = [
  { id: 'administrativeDecisions', label: '行政决定' },
  { id: 'channels', label: '发布渠道' },
]
const originalities = [
  { id: 'original', label: '原创' },
  { id: 'repost', label: '转载' },
  { id: 'other', label: '其他' },
]
const ledgers = [...accountedLedgers, ...otherLedgers]

/** What is chosen under a name, as it stands where it is chosen. */
const choices: Readonly<Record<string, readonly Choice[]>> = {
  act: acts,
  audience: audiences,
  channel: requestChannels,
  gate: gates,
  how: quashings,
  kept: originalities,
  kind: [...decisionKinds, ...feedbackKinds, ...channelChoices],
  ledger: ledgers,
  ledgers,
  level: disclosureLevels,
  office: officeKinds,
  origin: remedyOrigins,
  publicity: publicities,
  status: [...wantedStatuses, ...requestStatuses],
  type: recordTypes,
  way: disclosureWays,
}

function choiceWords(value: string, name: string): string {
  const role = Role.safeParse(value)
  if (role.success) return roleLabel(role.data)
  if (name === 'place') return fieldWords(value)
  const ofRows = columns.flatMap((column) => (column.id === name && 'choices' in column ? (column.choices ?? []) : []))
  return [...(choices[name] ?? []), ...ofRows].find(({ id }) => id === value)?.label ?? value
}

function valueWords(value: unknown, name = ''): string {
  if (value === null || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value))
    return value.length === 0 ? '（无）' : value.map((each) => valueWords(each, name)).join('、')
  if (typeof value === 'string') return typed.has(name) ? value : choiceWords(value, name)
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([name, inner]) => `${fieldWords(name)} ${valueWords(inner, name)}`)
    .join('，')
}

interface Line {
  readonly label: string
  readonly text: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A detail in lines that people can read; of what was changed only what differs. */
export function detailLines(detail: unknown): readonly Line[] {
  if (!isObject(detail)) return detail === null ? [] : [{ label: '内容', text: valueWords(detail) }]
  const { before, after, ...others } = detail
  const rest = Object.entries(others).map(([name, value]) => ({
    label: fieldWords(name),
    text: valueWords(value, name),
  }))
  if (!isObject(before) || !isObject(after)) return [...rest, ...pairOf(before, after)]
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  return [
    ...rest,
    ...changed.map((name) => ({
      label: fieldWords(name),
      text: `${valueWords(before[name] ?? null, name)} → ${valueWords(after[name] ?? null, name)}`,
    })),
  ]
}

const pairOf = (before: unknown, after: unknown): Line[] => {
  if (before === undefined && after === undefined) return []
  return [{ label: '改动', text: `${valueWords(before ?? null)} → ${valueWords(after ?? null)}` }]
}
