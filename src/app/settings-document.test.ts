import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openQuestions } from '../law/open-questions.ts'
import { organSettings, type Setting } from '../organs/settings/setting.ts'

const document = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8')
const part = (heading: string): string => document.split(/^## /m).find((text) => text.startsWith(heading)) ?? ''
/** The rows of the table under a heading, cell by cell. */
const rowsUnder = (heading: string): string[][] =>
  part(heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
const settings: readonly Setting[] = organSettings.all()
const find = (id: string) => settings.find((setting) => setting.id === id)

test('an open question is a setting with its preset, or is told with the reading that is followed', () => {
  const rows = Object.entries(openQuestions).map(([id, { question, default: reading, source }]) => {
    const shared = [`\`${id}\``, question, `\`${reading}\``]
    return { id, row: find(id) ? [...shared, source] : shared }
  })
  const told = (isSetting: boolean) => rows.filter(({ id }) => (find(id) !== undefined) === isSetting)
  const inOrder = (all: string[][]) => all.toSorted((a, b) => String(a).localeCompare(String(b)))
  expect(inOrder(rowsUnder('可以选定的').map((row) => row.slice(0, 4)))).toEqual(
    inOrder(told(true).map(({ row }) => row)),
  )
  expect(inOrder(rowsUnder('现在不作为设置的').map((row) => row.slice(0, 3)))).toEqual(
    inOrder(told(false).map(({ row }) => row)),
  )
})

test('a setting that takes up a question of the law asks it with its words, choices and source', () => {
  for (const [id, { question, source, confidence, default: preset }] of Object.entries(openQuestions)) {
    const setting = find(id)
    if (setting) expect(setting).toMatchObject({ question, source, confidence, preset })
  }
})

test('what only the organ can say stands in the document too', () => {
  for (const { id } of settings) expect(document, id).toContain(`\`${id}\``)
})

test('every setting has an id of its own, says what it changes, and takes its own preset', () => {
  expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length)
  for (const { id, effect, schema, preset, choices } of settings) {
    expect(effect.length, id).toBeGreaterThan(12)
    expect(schema.safeParse(preset).data, id).toEqual(preset)
    if (choices) expect(choices, id).toContain(preset)
  }
})
