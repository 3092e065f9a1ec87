import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { applicantColumns } from '../law/report-format-2021.ts'
import { applicantKindChoices, applicantKindLabel } from '../requests/applicant/applicant-kind.ts'
import { Applicant } from '../requests/applicant.ts'
import { requestChannels } from '../requests/request-channel.ts'
import { channelLabel, fileSize, officeTime, shortDay } from './words.ts'

test('the classes of applicants are those of the report form, without its total', () => {
  expect(applicantKindChoices).toHaveLength(6)
  expect(applicantColumns.length).toBeGreaterThan(1)
  expect(applicantKindChoices.map(({ id }) => id)).not.toContain('total')
  for (const { id, label } of applicantKindChoices) {
    expect(Applicant.shape.kind.safeParse(id).success).toBe(true)
    expect(applicantKindLabel(id)).toBe(label)
  }
})

test('every channel has a name; one that is not known shows its id rather than nothing', () => {
  for (const { id } of requestChannels) expect(channelLabel(id)).toMatch(/[\u4e00-\u9fff]/)
  expect(channelLabel('pigeon')).toBe('pigeon')
})

test('a day is written without its year only within the year', () => {
  const today = plainDate('2026-11-24')
  expect(shortDay(plainDate('2026-12-01'), today)).toBe('12月1日（周二）')
  expect(shortDay(plainDate('2027-01-04'), today)).toBe('2027年1月4日（周一）')
})

test('an instant is read by the clock of the office, whatever the day is elsewhere', () => {
  expect(officeTime('2026-11-24T16:30:00.000Z')).toBe('2026-11-25 00:30')
})

test('a size is told in the unit in which it is short', () => {
  expect([fileSize(0), fileSize(1023), fileSize(1024), fileSize(1_500_000)]).toEqual([
    '0 B',
    '1023 B',
    '1 KB',
    '1.4 MB',
  ])
})
