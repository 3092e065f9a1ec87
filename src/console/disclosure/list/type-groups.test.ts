import { expect, test } from 'vitest'
import { recordTypeIds } from '../../../disclosure/record-type.ts'
import { typeGroups } from './type-groups.ts'

test('every type of record can be begun, and each stands in one place', () => {
  const offered = typeGroups.flatMap(({ types }) => types.map(({ type }) => type))
  expect(offered.toSorted()).toEqual([...recordTypeIds].toSorted())
})
