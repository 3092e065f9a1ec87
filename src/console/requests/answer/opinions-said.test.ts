import { expect, test } from 'vitest'
import { opinionsSaid } from './opinions-said.ts'

const asked = [
  { id: 1, opinion: 'objects' },
  { id: 2, opinion: 'agrees' },
] as const

test('what was ticked before under another ground, or of whom nobody chose, is not sent', () => {
  const ticked = { consultations: [1, 2], reasonable: [1] }
  expect(opinionsSaid('denied.thirdPartyRights', ticked, asked)).toEqual(ticked)
  expect(opinionsSaid('denied.thirdPartyRights', { ...ticked, consultations: [2] }, asked).reasonable).toEqual([])
  expect(opinionsSaid('denied.thirdPartyRights', { ...ticked, reasonable: [1, 2] }, asked).reasonable).toEqual([1])
  const nothing = { consultations: [], reasonable: [] }
  expect(opinionsSaid('denied.internalAffairs', ticked, asked)).toEqual(nothing)
  expect(opinionsSaid('denied.thirdPartyRights', {}, asked)).toEqual(nothing)
})
