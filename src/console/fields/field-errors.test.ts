import { expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { asIssue, clearErrors, type Issue, showFieldErrors, showIssues } from './field-errors.ts'
import { typedDay } from './typed-day.ts'

type Form = Parameters<typeof clearErrors>[0]

/** A form that holds these values and notes what is told at its fields. */
function aForm(values: Readonly<Record<string, unknown>> = {}) {
  const told: Record<string, unknown> = {}
  const wentTo: unknown[] = []
  const form: Form = {
    setFields: (fields) => {
      for (const { name, errors } of fields) told[[name].flat().join('.')] = errors?.join('')
    },
    scrollToField: (name) => void wentTo.push(name),
    getFieldInstance: () => undefined,
    getFieldValue: (name) => values[[name].flat().join('.')],
  }
  return { form, told, wentTo }
}
const refused = (fields: Record<string, string>) => new Problem(422, 'invalid_request', '请改正', undefined, fields)

test('what the server refuses is told at its field, and the page goes to the first of them', () => {
  const { form, told, wentTo } = aForm()
  showFieldErrors(form, refused({ 'input.parts.0.what': '请写明', reason: '请填写理由' }))
  expect(told).toEqual({ 'parts.0.what': '请写明', reason: '请填写理由' })
  expect(wentTo).toEqual([['parts', 0, 'what']])
})

test('an error that names no field tells nothing at any', () => {
  const { form, told, wentTo } = aForm()
  showFieldErrors(form, new Error('连不上服务器'))
  showFieldErrors(form, refused({}))
  expect([told, wentTo]).toEqual([{}, []])
})

test('of several pieces in one field it is said which is wrong', () => {
  const { form, told } = aForm()
  showFieldErrors(form, refused({ 'pieces.1': '内容不能为空' }))
  expect(told).toEqual({ pieces: '第2件：内容不能为空' })
  const alone = aForm({ pieces: [''] })
  showFieldErrors(alone.form, refused({ 'pieces.0': '内容不能为空' }))
  expect(alone.told).toEqual({ pieces: '内容不能为空' })
  const withEmpty = aForm({ pieces: ['甲', ' ', '乙'] })
  showFieldErrors(withEmpty.form, refused({ 'pieces.1': '不超过2000个字' }))
  expect(withEmpty.told).toEqual({ pieces: '第3件：不超过2000个字' })
})

test('what is missing altogether is asked for in words', () => {
  const { form, told } = aForm()
  showIssues(form, [{ path: ['subject'], message: 'Invalid input: expected string' }])
  expect(told).toEqual({ subject: '请填写此项' })
})

test('nobody is asked for what they have typed: its own field tells what is wrong with it', () => {
  const { form, told } = aForm({ on: typedDay('2026-13-1') })
  const issue: Issue = { path: ['on'], message: '请填写有效日期' }
  showIssues(form, [issue])
  expect(told).toEqual({ on: '请按提示改正' })
  const ofLedger = aForm({ on: typedDay('2026-13-1') })
  showIssues(ofLedger.form, [{ path: ['on'], message: '“2026-13-1”不是有效日期' }])
  expect(ofLedger.told).toEqual({ on: '请按提示改正' })
  const empty = aForm()
  showIssues(empty.form, [issue])
  expect(empty.told).toEqual({ on: '请填写有效日期' })
})

test('what is typed anew is no longer wrong, in the very field; what is one control is so as a whole', () => {
  const { form, told } = aForm()
  clearErrors(form, { parts: [undefined, { what: '第3页' }], fileIds: [{ id: 'f' }], title: '标题' })
  expect(told).toMatchObject({ 'parts.1.what': '', fileIds: '', title: '' })
  expect(told).not.toHaveProperty('fileIds.0.id')
})

test('a refusal names its field as the form does, rows by their number', () => {
  expect(asIssue({ field: 'parts.0.reason', message: '请写明' })).toEqual({
    path: ['parts', 0, 'reason'],
    message: '请写明',
  })
})
