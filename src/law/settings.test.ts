import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { remedyRules } from './remedies.ts'
import { remedyResultClass } from './remedy-results.ts'
import { readSettings, type Setting, settings, settingsOn } from './settings.ts'

const entries: [string, Setting][] = Object.entries(settings)

test('what an organ may choose, and nothing else, stands in docs/settings.md with its default', () => {
  const lines = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8').split('\n')
  const documented = lines.filter((line) => line.startsWith('| `')).map((line) => line.replaceAll(/ +/g, ' '))
  expect(documented).toHaveLength(readSettings.length)
  for (const id of readSettings) {
    const { question, default: value, source }: Setting = settings[id]
    const line = documented.find((each) => each.startsWith(`| \`${id}\` |`))
    expect(line).toContain(`| ${question} | \`${value}\` | ${source} |`)
  }
})

test('every default is one of its choices', () => {
  for (const [id, setting] of entries) if (setting.choices) expect(setting.choices, id).toContain(setting.default)
})

test('a question about acts of the past is put to nobody once its time is over', () => {
  expect(settingsOn(plainDate('2026-06-30'))).toContain('partialDisclosureRoute')
  expect(settingsOn(plainDate('2026-07-01'))).not.toContain('partialDisclosureRoute')
})

test('the defaults are what the tables do', () => {
  expect(remedyResultClass('review.claimDismissed')).toBe(settings.reviewClaimDismissedClass.default)
  expect(remedyResultClass('suit.dismissed')).toBe(settings.suitDismissedClass.default)
  for (const { setting, route } of remedyRules) if (setting) expect(route).toBe(settings[setting].default)
})
