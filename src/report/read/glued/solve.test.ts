import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../../law/report-formats.ts'
import { chanceOf } from '../testing/chance.ts'
import { soundFigures } from '../testing/sound-figures.ts'
import { brokenSums } from './broken.ts'
import { cutsOf, fewestFigures, type Print } from './cut.ts'
import { type GluedRow, type Run, solve } from './solve.ts'
import { summedTable } from './sums.ts'

/** Digits with ` ` where the print parts two cells. */
const aPrint = (text: string, ends?: readonly number[]): Print => {
  const pieces = text.split(' ')
  const digits = pieces.join('')
  const breaks = pieces.slice(0, -1).map((_, index) => pieces.slice(0, index + 1).join('').length)
  return { digits, breaks: new Set(breaks), ends: ends ?? [digits.length] }
}
const aRow = (id: string, width: number, isSummed = true): GluedRow => ({
  id,
  cells: Array.from({ length: width }, (_, index) => `${id}${index}`),
  isSummed,
})
const aRun = (text: string, ...rows: GluedRow[]): Run => ({ rows, print: aPrint(text) })
const ways = (text: string, width: number, isSummed: boolean, mayBeBlank = false): string[] => {
  const print = aPrint(text)
  return cutsOf(print, 0, print.digits.length, { width, isSummed }, { left: 100_000 }, mayBeBlank)
    .map(({ values }) => values.join(' '))
    .sort()
}
const figures = (runs: readonly Run[], ...rest: [Parameters<typeof solve>[1]?, Parameters<typeof solve>[2]?]) => {
  const answer = solve(runs, rest[0] ?? [], rest[1])
  return answer.kind === 'one' ? [...answer.figures.values()].join(' ') : answer.kind
}

describe('cutting one row', () => {
  test.for([
    ['no cell begins with a zero but 0 itself', '105', 2, false, ['10 5']],
    ['zeros that no figure leads are cells of their own', '0012', 3, false, ['0 0 12']],
    ['every way without a sum', '1234', 3, false, ['1 2 34', '1 23 4', '12 3 4']],
    ['fewer digits than cells: no way', '12', 3, false, []],
    ['more leading zeros than cells: no way', '0001', 2, false, []],
    ['the cells before the last add up to it', '21710000218', 7, true, ['217 1 0 0 0 0 218']],
    ['two ways when both add up', '11112', 3, true, ['1 11 12', '11 1 12']],
    ['a total of several digits', '99100199', 3, true, ['99 100 199']],
    ['all zero', '000', 3, true, ['0 0 0']],
    ['no cell reaches over a break', '1 23', 2, false, ['1 23']],
    ['breaks on every side', '1 2 3', 3, true, ['1 2 3']],
    ['a break can leave no way', '21 710000218', 7, true, []],
    ['a total does not reach over a break either', '5 5 1 0', 3, true, []],
  ] as const)('%s', ([, text, width, isSummed, expected]) => {
    expect(ways(text, width, isSummed)).toEqual([...expected].sort())
  })

  test('a cell that prints nothing counts as 0, where that is asked for', () => {
    expect(ways('1010', 3, true, true)).toEqual(['0 10 10', '10 0 10'])
    expect(ways('1010', 3, true)).toEqual([])
    expect(ways('00', 3, true, true)).toEqual(['0 0 0', '0 0 0', '0 0 0'])
  })

  test('a figure has twelve digits at most', () => {
    expect(ways('999999999999', 1, false)).toEqual(['999999999999'])
    expect(ways('9999999999999', 1, false)).toEqual([])
    expect(ways('9999999999999999999999999', 2, false)).toEqual([])
  })

  test('whatever adds up is found, and nothing else', () => {
    const cell = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(120))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (parts) => {
        const row = [...parts, parts.reduce((sum, value) => sum + value, 0)]
        const found = ways(row.join(''), row.length, true)
        const all = ways(row.join(''), row.length, false).filter((way) => {
          const values = way.split(' ').map(Number)
          return values.slice(0, -1).reduce((sum, value) => sum + value, 0) === values.at(-1)
        })
        expect(found).toContain(row.join(' '))
        expect(found).toEqual(all)
      }),
      { numRuns: 200 },
    )
  })

  test.for([
    ['000', 3],
    ['002', 3],
    ['168', 1],
    ['0 168', 2],
    ['10 02', 3],
    ['1 0 2', 3],
  ] as const)('%s is at least %i figures', ([text, count]) => {
    const print = aPrint(text)
    expect(fewestFigures(print, 0, print.digits.length)).toBe(count)
  })
})

describe('solving a table', () => {
  const sum = { left: ['a0', 'b0'], right: ['c0'] }

  test('one way: the figures', () => {
    expect(figures([aRun('21317000001324019', aRow('a', 5), aRow('b', 5), aRow('c', 5))])).toBe(
      '2 1 3 1 7 0 0 0 0 0 13 2 4 0 19',
    )
  })

  test('no way: none; more than one: several, and never a choice between them', () => {
    expect(figures([aRun('1234', aRow('a', 3))])).toBe('none')
    expect(figures([aRun('11112', aRow('a', 3))])).toBe('several')
  })

  test('a sum over rows decides what the rows leave open', () => {
    const runs = [aRun('12 3', aRow('a', 2, false)), aRun('123', aRow('b', 2, false)), aRun('243', aRow('c', 2, false))]
    expect(figures(runs)).toBe('several')
    expect(figures(runs, [sum])).toBe('12 3 12 3 24 3')
  })

  test('a sum over rows that cannot hold leaves no way', () => {
    const runs = [aRun('1', aRow('a', 1, false)), aRun('1', aRow('b', 1, false)), aRun('3', aRow('c', 1, false))]
    expect(figures(runs, [sum])).toBe('none')
    expect(figures(runs, [{ left: ['a0'], right: ['b0'] }])).toBe('1 1 3')
  })

  test('a sum with a row that is not there says nothing', () => {
    expect(figures([aRun('1', aRow('a', 1, false))], [sum])).toBe('1')
  })

  test('the last digit may be the number of the next label: both are tried', () => {
    const print = aPrint('1012', [4, 3])
    expect(figures([{ rows: [aRow('a', 3)], print }])).toBe('1 0 1')
    const open = aPrint('112', [3, 2])
    expect(figures([{ rows: [aRow('a', 2, false)], print: open }])).toBe('several')
  })

  test('rows of one run follow each other without gap or overlap', () => {
    expect(figures([aRun('1012023', aRow('a', 3), aRow('b', 3))])).toBe('none')
    expect(figures([aRun('1012022', aRow('a', 3), aRow('b', 3))])).toBe('none')
    expect(figures([aRun('101202', aRow('a', 3), aRow('b', 3))])).toBe('1 0 1 2 0 2')
  })

  test('when the budget ends before everything was tried, nothing is claimed', () => {
    const runs = [aRun('21317000001324019', aRow('a', 5), aRow('b', 5), aRow('c', 5))]
    expect(figures(runs, [], { budget: 10 })).toBe('unknown')
    expect(figures([aRun('1234', aRow('a', 3))], [], { budget: 3 })).toBe('unknown')
  })

  test('the digit before the next label is a part of the last row where the rows need it', () => {
    expect(figures([{ rows: [aRow('a', 3), aRow('b', 3)], print: aPrint('101101', [6, 5]) }])).toBe('1 0 1 1 0 1')
    expect(figures([{ rows: [aRow('a', 3), aRow('b', 3)], print: aPrint('1012022', [7, 6]) }])).toBe('1 0 1 2 0 2')
  })

  test('rows that may print nothing: every row may be the one that does', () => {
    const run = aRun('55', aRow('a', 2), aRow('b', 2))
    expect(figures([run])).toBe('none')
    expect(figures([run], [], { mayBeBlank: true })).toBe('several')
    expect(figures([run], [{ left: ['a0'], right: ['b1'] }], { mayBeBlank: true })).toBe('none')
    expect(figures([aRun('55', aRow('a', 2)), aRun('', aRow('b', 2))], [], { mayBeBlank: true })).toBe('5 5 0 0')
  })

  test('where no sum by itself rules a way out, ways are tried together', () => {
    const open = ['a', 'b', 'c'].map((id) => aRun('111', aRow(id, 2, false)))
    const total = (id: string) => aRun('12', aRow(id, 1, false))
    const [ab, bc, ca] = [
      { left: ['a0', 'b0'], right: ['d0'] },
      { left: ['b0', 'c0'], right: ['e0'] },
      { left: ['c0', 'a0'], right: ['f0'] },
    ]
    const runs = [...open, total('d'), total('e'), total('f')]
    expect(figures(runs, [ab, bc])).toBe('several')
    expect(figures(runs, [ab, bc, ca])).toBe('none')
    expect(figures(runs, [ab, bc], { budget: 20 })).toBe('unknown')
  })

  const twelve = Array.from({ length: 12 }, (_, at) => aRun('111', aRow(`a${at}-`, 2, false)))
  test('a sum that decides a row is used at once: many such rows take few steps', () => {
    const totals = twelve.map((_, at) => aRun(at % 3 === 0 ? '11' : '1', aRow(`t${at}-`, 1, false)))
    const sums = twelve.map((_, at) => ({ left: [`a${at}-0`], right: [`t${at}-0`] }))
    const truth = twelve.map((_, at) => (at % 3 === 0 ? '11 1' : '1 11'))
    const printed = twelve.map((_, at) => (at % 3 === 0 ? '11' : '1'))
    expect(figures([...twelve, ...totals], sums, { budget: 200 })).toBe([...truth, ...printed].join(' '))
  })
  test('where all ways must be tried, and the budget ends before, it is not claimed that there is none', () => {
    const runs = [...twelve, aRun('67', aRow('t', 1, false))]
    const sums = [{ left: twelve.map((_, at) => `a${at}-0`), right: ['t0'] }]
    expect(figures(runs, sums, { budget: 10_000 })).toBe('unknown')
    expect(figures(runs, sums, { budget: 100_000 })).toBe('none')
  })

  test('the sums decide a whole section three in some tens of thousands of steps; with half as many nothing is claimed', () => {
    const form = reportFormats['2021']
    const truth = soundFigures(form, chanceOf(5), 900).requests
    const { rows, sums } = summedTable(form, 'requests')
    const printed = rows.map((row) => row.cells.map((key) => String(truth[row.id]?.[key.split('/').at(-1) ?? ''])))
    const runs = rows.map((row, at): Run => ({ rows: [row], print: aPrint(printed[at]?.join('') ?? '') }))
    expect(figures(runs, [], { budget: 100_000 })).toBe('several')
    expect(figures(runs, sums, { budget: 100_000 })).toBe(printed.flat().join(' '))
    expect(figures(runs, sums, { budget: 50_000 })).toBe('unknown')
  })

  test('a table of great numbers ends within the budget', () => {
    const long = '1234567890'.repeat(6)
    const rows = Array.from({ length: 25 }, (_, index) => aRun(long, aRow(`r${index}-`, 7)))
    expect(figures(rows, [], { budget: 100_000 })).toBe('unknown')
  })
})

describe('which sums cannot hold', () => {
  test('a row by itself, in its own run', () => {
    const runs = [aRun('101', aRow('a', 3)), aRun('103', aRow('b', 3))]
    expect(brokenSums(runs, []).rows.map(({ id }) => id)).toEqual(['b'])
  })

  test('a row by itself, within a run of several', () => {
    const run = aRun('213100000000000', aRow('a', 5), aRow('b', 5), aRow('c', 5))
    expect(brokenSums([run], []).rows.map(({ id }) => id)).toEqual(['a'])
  })

  test('all rows of a run where each could hold by itself', () => {
    const run = aRun('1121', aRow('a', 2), aRow('b', 2))
    expect(solve([run], []).kind).toBe('none')
    expect(brokenSums([run], []).rows.map(({ id }) => id)).toEqual(['b'])
    const either = aRun('11211', aRow('a', 2), aRow('b', 2))
    expect(solve([either], []).kind).toBe('none')
    expect(brokenSums([either], []).rows.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test.for<[string, string, GluedRow[]]>([
    ['zeros before it are too many for the row above', '000101', [aRow('a', 2, false), aRow('b', 3)]],
    ['zeros behind it are too many for the row below', '101000', [aRow('b', 3), aRow('a', 2, false)]],
    ['it begins the run', '910112', [aRow('b', 3), aRow('a', 2, false)]],
    ['it ends the run', '121019', [aRow('a', 2, false), aRow('b', 3)]],
  ])('a row that could hold, but %s', ([, digits, rows]) => {
    expect(brokenSums([aRun(digits, ...rows)], []).rows.map(({ id }) => id)).toEqual(['b'])
  })

  test('none where all hold', () => {
    const runs = [aRun('101', aRow('a', 3)), aRun('202', aRow('b', 3))]
    expect(brokenSums(runs, [{ left: ['a0', 'a0'], right: ['b0'] }])).toEqual({ rows: [], sums: [] })
  })

  test('every sum over rows that cannot hold by itself', () => {
    const runs = [aRun('11', aRow('a', 2, false)), aRun('22', aRow('b', 2, false))]
    const sums = [
      { left: ['a0'], right: ['b0'] },
      { left: ['a0', 'a1'], right: ['b0'] },
      { left: ['a1'], right: ['b1'] },
    ]
    expect(brokenSums(runs, sums)).toEqual({ rows: [], sums: [sums[0], sums[2]] })
  })

  test('a smallest set of sums that cannot hold together', () => {
    const runs = [
      aRun('112', aRow('a', 2, false)),
      aRun('1', aRow('b', 1, false)),
      aRun('2', aRow('c', 1, false)),
      aRun('7', aRow('d', 1, false)),
    ]
    const first = { left: ['a0'], right: ['b0'] }
    const second = { left: ['a1'], right: ['c0'] }
    const idle = { left: ['d0'], right: ['d0'] }
    expect(solve(runs, [first]).kind).toBe('one')
    expect(solve(runs, [second]).kind).toBe('one')
    expect(brokenSums(runs, [idle, first, second])).toEqual({ rows: [], sums: [first, second] })
  })
})

describe('the sums of a form', () => {
  const rowsOf = (keys: readonly string[]) => new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/'))))
  test.for(['2019', '2021'] as const)(
    '%s: a row of sections three and four is summed in itself, by its own sum',
    (id) => {
      for (const table of ['requests', 'remedies'] as const) {
        const { rows } = summedTable(reportFormats[id], table)
        for (const { cells, isSummed, sum } of rows) {
          expect([sum?.left.toSorted(), sum?.right]).toEqual([cells.slice(0, -1).toSorted(), cells.slice(-1)])
          expect(isSummed).toBe(true)
        }
      }
    },
  )
  test('rows of section two have none', () => {
    const { rows, sums } = summedTable(reportFormats['2021'], 'proactive')
    expect(rows.filter(({ isSummed, sum }) => isSummed || sum !== null)).toEqual([])
    expect([rows.length > 0, sums]).toEqual([true, []])
  })
  test('what is left are the sums of the table over several rows', () => {
    const { sums } = summedTable(reportFormats['2021'], 'requests')
    expect(sums.length).toBeGreaterThan(0)
    for (const { left, right } of sums) {
      expect(rowsOf([...left, ...right]).size).toBeGreaterThan(1)
      expect([...left, ...right].every((key) => key.startsWith('requests/'))).toBe(true)
    }
  })
})
