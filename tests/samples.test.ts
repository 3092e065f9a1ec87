import { expect, test } from 'vitest'
import { hasSamples, sampleAt } from './samples.ts'

test.runIf(hasSamples)('a sample that is missing where samples are is no reason to skip', () => {
  expect(() => sampleAt('reports/no-such-report.txt')).toThrow('no-such-report')
  expect(() => sampleAt('no-such-folder/')).toThrow('no-such-folder')
})

test.runIf(!hasSamples)('where no samples are, their place is named and nobody refused', () => {
  expect(sampleAt('reports/').href).toMatch(/shared\/data\/reports\/$/)
})
