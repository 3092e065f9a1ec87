import { describe, expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { requestChannels } from '../../../requests/request-channel.ts'
import { typedDay } from '../../fields/typed-day.ts'
import { checkIntake, emptyIntake, type IntakeValues, toIntake } from './intake-form.ts'

const today = plainDate('2026-11-24')
const filled = (more: Partial<IntakeValues> = {}): IntakeValues => ({
  ...emptyIntake(today, '李文'),
  applicant: { kind: 'naturalPerson', identityKind: 'residentId', name: '阿卜杜拉·买买提', phone: '13800001111' },
  pieces: ['2026年政务大厅窗口设置方案'],
  ...more,
})

describe('what the intake form sends', () => {
  test.each(requestChannels)('$label: the form as it opens, with a name and a wish, can be registered', ({ id }) => {
    expect(checkIntake(filled({ channel: id })).issues).toBeUndefined()
  })

  test('where the law wants a confirmation there is no day of receipt before it', () => {
    expect(toIntake(filled({ channel: 'online' }))).toMatchObject({ receivedOn: null, confirmation: null })
    const confirmed = { isConfirmed: true, receivedOn: today, confirmation: { method: ' 电话 ' } }
    expect(toIntake(filled({ channel: 'online', ...confirmed }))).toMatchObject({
      receivedOn: today,
      confirmation: { method: '电话', evidence: '' },
    })
  })

  test('in person the day of receipt is the day of submission, whatever was confirmed before the channel was changed', () => {
    const values = filled({ isConfirmed: true, receivedOn: plainDate('2026-11-20'), confirmation: { method: '电话' } })
    expect(toIntake(values)).toMatchObject({ receivedOn: today, confirmation: null })
  })

  test('fields of the other kind of applicant, of an agent and of help are not sent when they are hidden', () => {
    const applicant = { ...filled().applicant, creditCode: '91230400MA1B12345X', agent: { name: '代理人' } }
    expect(toIntake(filled({ applicant, assistance: '大字' }))).toMatchObject({
      applicant: { creditCode: '', agent: null },
      assistance: '',
    })
  })

  test('empty pieces are left out, but one is asked for', () => {
    expect(toIntake(filled({ pieces: ['甲', ' ', '乙'] }))).toMatchObject({ pieces: ['甲', '乙'] })
    expect(checkIntake(filled({ pieces: ['', ''] })).issues).toMatchObject([{ path: ['pieces', 0] }])
  })

  test('with a day that is none, the missing name and the wrong number are told as well', () => {
    const applicant = { ...filled().applicant, name: '', phone: '123' }
    const arrivedOn = typedDay('2026/13/1')
    const { issues = [] } = checkIntake(filled({ arrivedOn, applicant }))
    expect(issues.map(({ path }) => path.join('.'))).toEqual([
      'arrivedOn',
      'receivedOn',
      'applicant.name',
      'applicant.phone',
    ])
  })

  test('what is wrong is told in the order in which it stands on the form: the page goes to the first', () => {
    const wrong = filled({
      channel: 'oral',
      onBehalf: '',
      applicant: { ...filled().applicant, name: '' },
      pieces: [''],
    })
    const { issues = [] } = checkIntake(wrong)
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['onBehalf', 'applicant.name', 'pieces.0'])
  })

  test('art. 43: who ticks that help is needed says which', () => {
    expect(checkIntake(filled({ needsHelp: true })).issues).toMatchObject([{ path: ['assistance'] }])
    expect(checkIntake(filled({ needsHelp: true, assistance: '大字' })).success).toBe(true)
  })

  test('an oral request names who took it down', () => {
    expect(checkIntake(filled({ channel: 'oral', onBehalf: '' })).issues).toMatchObject([{ path: ['onBehalf'] }])
  })
})
