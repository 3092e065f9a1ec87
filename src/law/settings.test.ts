import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { remedyRules } from './remedies.ts'
import { remedyResultClass } from './remedy-results.ts'
import { type Setting, settings } from './settings.ts'

const entries: [string, Setting][] = Object.entries(settings)

test('every open question stands in docs/settings.md with its default', () => {
  const lines = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8').split('\n')
  const documented = lines.filter((line) => line.startsWith('| `')).map((line) => line.replaceAll(/ +/g, ' '))
  expect(documented).toHaveLength(entries.length)
  for (const [id, { question, default: value, source }] of entries) {
    const line = documented.find((each) => each.startsWith(`| \`${id}\` |`))
    expect(line).toContain(`| ${question} | \`${value}\` | ${source} |`)
  }
})

test('every default is one of its choices', () => {
  for (const [id, setting] of entries) if (setting.choices) expect(setting.choices, id).toContain(setting.default)
})

test('the defaults are what the tables do', () => {
  expect(remedyResultClass('review.claimDismissed')).toBe(settings.reviewClaimDismissedClass.default)
  expect(remedyResultClass('suit.dismissed')).toBe(settings.suitDismissedClass.default)
  for (const { setting, route } of remedyRules) if (setting) expect(route).toBe(settings[setting].default)
})
