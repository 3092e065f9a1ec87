import { expect, test } from 'vitest'
import type { Passage } from './passage.ts'
import { partsByGround, withheldIndex } from './withheld-index.ts'

const passage = (page: number, what: string, ground: string, top = 100): Passage => ({
  id: crypto.randomUUID(),
  page,
  boxes: [[60, top, 200, top + 14]],
  what,
  ground,
})

test('art. 37: the index tells what is withheld, where and under what; the same under the same ground is one line', () => {
  const passages = [
    passage(2, '手机号码', 'denied.thirdPartyRights'),
    passage(0, '讨论意见', 'denied.processInformation', 300),
    passage(0, '手机号码 ', 'denied.thirdPartyRights'),
    passage(2, '手机号码', 'denied.thirdPartyRights', 200),
  ]
  expect(withheldIndex(passages)).toEqual([
    { what: '手机号码（第1、3页，共3处）', ground: 'denied.thirdPartyRights', count: 3 },
    { what: '讨论意见（第1页）', ground: 'denied.processInformation', count: 1 },
  ])
})

test('what is withheld under one ground is one part of the answer, unless its names are too long for one', () => {
  const lines = withheldIndex([
    passage(0, '甲', 'a'),
    passage(1, '乙', 'b'),
    passage(2, '丙', 'a'),
    ...Array.from({ length: 8 }, (_, at) => passage(3 + at, `${at}${'长'.repeat(190)}`, 'c')),
  ])
  const parts = partsByGround(lines)
  expect(parts.slice(0, 2)).toEqual([
    { what: '甲（第1页）；丙（第3页）', ground: 'a' },
    { what: '乙（第2页）', ground: 'b' },
  ])
  expect(parts.length).toBe(4)
  for (const { what } of parts) expect(what.length).toBeLessThanOrEqual(1000)
})
