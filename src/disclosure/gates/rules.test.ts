import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gateRules } from './rules.ts'

const severities = { block: '阻断', confirm: '须说明', hint: '提示' } as const

test('every gate stands in docs/gates.md as it is', () => {
  const text = readFileSync(new URL('../../../docs/gates.md', import.meta.url), 'utf8')
  const documented = text.split('\n').filter((line) => line.startsWith('| `'))
  expect(documented.map((line) => line.replaceAll(/ +/g, ' '))).toEqual(
    Object.entries(gateRules).map(
      ([id, { label, severity, source }]) => `| \`${id}\` | ${label} | ${severities[severity]} | ${source} |`,
    ),
  )
})
