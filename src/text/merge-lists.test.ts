import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MergedRun, mergeLists } from './merge-lists.ts'

const lists = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 8 })
const settled = (runs: readonly MergedRun<string>[]) =>
  runs.flatMap((run) => (run.kind === 'settled' ? run.items : ['?']))
const merged = (base: string, mine: string, theirs: string) =>
  settled(mergeLists([...base], [...mine], [...theirs])).join('')
const counts = (items: readonly string[]) => Map.groupBy(items, (each) => each)

describe('two who write at once', () => {
  test.for<[string, string, string, string, string]>([
    ['different paragraphs are both taken', '甲乙丙丁', '改乙丙丁', '甲乙丙新', '改乙丙新'],
    ['the next paragraph is another one', '甲乙', '改乙', '甲新', '改新'],
    ['a paragraph added beside one that the other rewrote stands beside it', '甲乙', '甲加乙', '甲新', '甲加新'],
    ['what both did alike is done once', '甲乙', '改乙', '改乙', '改乙'],
    ['what one took out is out', '甲乙丙', '甲丙', '甲乙新', '甲新'],
    ['the same paragraph is asked', '甲乙丙', '甲改丙', '甲新丙', '甲?丙'],
    ['rewritten and taken out is asked', '甲乙丙', '甲丙', '甲新丙', '甲?丙'],
    ['of neighbours only the one that both rewrote is asked', '甲乙丙', '甲改末', '甲新丙', '甲?末'],
    ['beside one that was taken out the other is taken', '甲乙丙', '甲丙', '甲新末', '甲?末'],
    ['both added at one place is asked', '甲乙', '甲加乙', '甲新乙', '甲?乙'],
  ])('%s', ([, base, mine, theirs, expected]) => {
    expect(merged(base, mine, theirs)).toBe(expected)
  })

  test('who changed nothing takes what the other wrote, and two who wrote the same are not asked', () => {
    fc.assert(
      fc.property(lists, lists, (base, changed) => {
        expect(settled(mergeLists(base, changed, base))).toEqual(changed)
        expect(settled(mergeLists(base, base, changed))).toEqual(changed)
        expect(settled(mergeLists(base, changed, changed))).toEqual(changed)
      }),
    )
  })

  test('nothing that somebody wrote is lost: it is in the merged list or among what is asked', () => {
    fc.assert(
      fc.property(lists, lists, lists, (base, mine, theirs) => {
        const runs = mergeLists(base, mine, theirs)
        for (const [side, own] of [
          ['mine', mine],
          ['theirs', theirs],
        ] as const) {
          const there = counts(runs.flatMap((run) => (run.kind === 'settled' ? run.items : run[side])))
          for (const [item, all] of counts(own)) {
            const added = all.length - base.filter((each) => each === item).length
            expect(there.get(item)?.length ?? 0).toBeGreaterThanOrEqual(Math.max(added, 0))
          }
        }
      }),
    )
  })

  test('it makes no difference who is asked: the same is settled', () => {
    fc.assert(
      fc.property(lists, lists, lists, (base, mine, theirs) => {
        expect(settled(mergeLists(base, mine, theirs))).toEqual(settled(mergeLists(base, theirs, mine)))
      }),
    )
  })

  test('with the answer of one side everywhere, a conflict reads as that side wrote it, and all else as merged', () => {
    fc.assert(
      fc.property(lists, lists, (base, mine) => {
        const theirs = base.map((each) => `${each}新`)
        const answered = mergeLists(base, mine, theirs).flatMap((run) =>
          run.kind === 'settled' ? run.items : run.mine,
        )
        for (const item of mine.filter((each) => !base.includes(each))) expect(answered).toContain(item)
      }),
    )
  })
})
