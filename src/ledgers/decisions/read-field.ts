import type { PlainDate } from '../../days/plain-date.ts'
import { readDay } from '../../days/read-day.ts'
import { withYearBrackets } from '../../law/document-number.ts'
import { creditCodeProblem } from '../../people/credit-code.ts'
import { residentIdProblem } from '../../people/resident-id.ts'
import { textProblem } from '../../people/tidy-text.ts'
import { personalDataIn } from '../../workbooks/personal-data.ts'
import type { DecisionField, DecisionTextField } from './field.ts'

export type FieldReading = { readonly value: string } | { readonly reason: string }
export type FieldValues = Readonly<Record<string, string>>

/** Whether the field is asked of this counterparty at all. */
export const isAsked = ({ onlyFor }: DecisionField, { counterpartyKind }: FieldValues): boolean =>
  onlyFor === undefined || onlyFor.some((kind) => kind === counterpartyKind)

/** Whether the field must be filled in, given the others. */
export function isRequired(field: DecisionField, values: FieldValues): boolean {
  const { required, requiredIf } = field
  if (requiredIf && (values[requiredIf.field] ?? '').split(',').includes(requiredIf.has)) return true
  if (required === undefined || typeof required === 'boolean') return required === true
  return required.some((kind) => kind === values.counterpartyKind)
}

/** What was typed into a field in its one form, or why it cannot be taken. Nothing typed is the empty text. */
export function readField(field: DecisionField, typed: string, values: FieldValues, today: PlainDate): FieldReading {
  const text = typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (text === '') return { value: '' }
  switch (field.kind) {
    case 'text':
      return readText(field, field.isNumber ? withYearBrackets(text) : text)
    case 'date':
      return readTypedDay(text, field.mayBeFuture === true, today)
    case 'wan':
      return readWan(text)
    case 'choice':
      return field.choices.some(({ id }) => id === text) ? { value: text } : { reason: '请从列出的选项中选择' }
    case 'choices': {
      const known = field.choices.map(({ id }) => id)
      const chosen = new Set(text.split(','))
      return [...chosen].every((id) => known.includes(id))
        ? { value: known.filter((id) => chosen.has(id)).join(',') }
        : { reason: '请从列出的选项中选择' }
    }
    case 'creditCode':
      return readCode(text)
    case 'identity':
      return readIdentity(text, values[field.typeField] ?? '', today)
  }
}

function readText({ maxLength, prose: isProse }: DecisionTextField, text: string): FieldReading {
  const prose = isProse === true
  const value = prose ? text : text.replace(/\s{1,200}/g, ' ')
  if ([...value].length > maxLength) return { reason: `不超过${maxLength}个字` }
  const problem = textProblem(value)
  if (problem) return { reason: problem }
  const personal = personalDataIn(value, prose)
  return personal ? { reason: `请勿填写${personal}，公示的内容不得含有个人信息` } : { value }
}

function readTypedDay(text: string, mayBeFuture: boolean, today: PlainDate): FieldReading {
  const reading = readDay(text)
  if ('problem' in reading) return { reason: `不是有效日期：${reading.problem}` }
  const value = reading.day
  if (value < '1949-10-01') return { reason: '日期过早，请核对年份' }
  return value > today && !mayBeFuture ? { reason: '日期不能晚于今天' } : { value }
}

/** 万元: at most six decimals, so that a cent is not lost; always kept with six. */
function readWan(text: string): FieldReading {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text.normalize('NFKC').replaceAll(',', ''))
  if (!match) return { reason: '请填写以万元为单位的数字，最多六位小数，如 0.500000' }
  return { value: `${Number(match[1])}.${(match[2] ?? '').padEnd(6, '0')}` }
}

function readCode(text: string): FieldReading {
  const value = text.slice(0, 60).normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const reason = creditCodeProblem(value)
  return reason ? { reason } : { value }
}

function readIdentity(text: string, type: string, today: PlainDate): FieldReading {
  const value = text.slice(0, 60).normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (type === '') return { reason: '请先选择证件类型' }
  const isResident = type === 'residentId' || type === 'permanentResidence'
  if (!isResident || (type === 'permanentResidence' && !/^\d/.test(value)))
    return /^[0-9A-Z()/-]{4,30}$/.test(value)
      ? { value }
      : { reason: '证件号码由4至30位字母、数字组成，请对照证件核对' }
  const reason = residentIdProblem(value, today)
  return reason ? { reason } : { value }
}
