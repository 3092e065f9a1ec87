import { expect, test } from 'vitest'
import { Intake } from './intake.ts'
import { anIntake, aPerson } from './testing/an-intake.ts'

const problems = (facts: Parameters<typeof anIntake>[1]) => {
  const read = Intake.safeParse(anIntake('2026-03-02', facts))
  return read.success ? {} : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

test('what a clerk takes down is checked like the public form, at the field', () => {
  expect(problems({})).toEqual({})
  expect(problems({ applicant: aPerson({ identityNumber: '110105194912310021' }) })).toHaveProperty(
    'applicant.identityNumber',
  )
  expect(problems({ applicant: aPerson({ name: '张\u202e三' }) })).toHaveProperty('applicant.name')
  expect(problems({ applicant: aPerson({ name: '' }) })).toEqual({ 'applicant.name': '请填写姓名或者名称' })
  expect(problems({ applicant: aPerson({ phone: '1-1-1x' }) })).toHaveProperty('applicant.phone')
  expect(problems({ applicant: aPerson({ kind: 'enterprise', creditCode: '91350100M000100Y44' }) })).toHaveProperty(
    'applicant.creditCode',
  )
  expect(problems({ pieces: [] })).toHaveProperty('pieces')
  expect(problems({ formWanted: '随便' })).toHaveProperty('formWanted')
  expect(problems({ channel: 'oral' })).toEqual({ onBehalf: '口头申请由工作人员代为填写，请填写代填人' })
})

test('art. 28: a letter without proof of identity or telephone is taken in all the same', () => {
  expect(problems({ applicant: aPerson({ identityNumber: '', identityKind: null, phone: '' }) })).toEqual({})
})

test('one name has one middle dot, whichever was typed: of the applicant, of who signs, of the agent', () => {
  const name = '阿卜杜拉\u30fb买买提'
  const agent = { name, identityKind: 'other' as const, identityNumber: '', phone: '' }
  const applicant = aPerson({ name, legalRepresentative: name, contactName: name, agent })
  const taken = Intake.parse(anIntake('2026-03-02', { applicant })).applicant
  for (const kept of [taken.name, taken.legalRepresentative, taken.contactName, taken.agent?.name])
    expect(kept).toBe('阿卜杜拉·买买提')
})

test('names of all peoples are taken as they are, numbers tidied', () => {
  const applicant = aPerson({ name: ' 阿卜杜拉·买买提 ', identityNumber: '110105 19491231 002x' })
  expect(Intake.parse(anIntake('2026-03-02', { applicant })).applicant).toMatchObject({
    name: '阿卜杜拉·买买提',
    identityNumber: '11010519491231002X',
  })
})

test('the day comes first: by one of before the Regulation no birth is judged', () => {
  const early = Intake.safeParse(anIntake('1926-11-27'))
  expect(early.error?.issues.map(({ path, message }) => `${path.join('.')} ${message.slice(0, 26)}`)).toEqual([
    'arrivedOn 现行《政府信息公开条例》自2019年5月15日起施行',
  ])
  const mistyped = Intake.safeParse(
    anIntake('2020-03-02', { applicant: aPerson({ identityNumber: '110105202511251012' }) }),
  )
  expect(mistyped.error?.issues[0]?.message).toContain('晚于提出申请之日')
})
