import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../../tests/samples.ts'
import { aContent, aText } from '../testing/a-record.ts'
import { findingsAbout } from './testing/a-context.ts'
import { cleanKinds, variations } from './testing/clean-texts.ts'

const organNames = ['鹤岗市营商环境建设监督局', '鹤岗市住房和城乡建设局', '示例市市场监督管理局', '北港市应急管理局']
const told = (paragraphs: readonly string[]) =>
  findingsAbout(aContent({ text: aText(...paragraphs) }), { organNames })
    .filter(({ severity }) => severity !== 'hint')
    .map(({ gate, excerpt, message }) => `${gate} ${excerpt} ${message}`)

const texts = cleanKinds.flatMap(({ kind, of }) =>
  Array.from({ length: variations }, (_, variation) => ({ name: `${kind} ${variation}`, paragraphs: of(variation) })),
)

test('there are two hundred clean texts', () => {
  expect(texts).toHaveLength(200)
})

test.for(texts)('a clean text needs neither change nor reason: $name', ({ paragraphs }) => {
  expect(told(paragraphs)).toEqual([])
})

describe.skipIf(!hasSamples)('published reports', () => {
  const reports = hasSamples ? readdirSync(sampleAt('reports')).filter((name) => name.endsWith('.txt')) : []
  test.each(reports)('%s is not stopped', (name) => {
    const lines = readFileSync(sampleAt(`reports/${name}`), 'utf8').split('\n')
    const found = findingsAbout(aContent({ text: aText(...lines.filter((line) => line.trim())) }))
    expect(
      found.filter(({ severity }) => severity === 'block').map(({ gate, excerpt }) => `${gate} ${excerpt}`),
    ).toEqual([])
  })
})
