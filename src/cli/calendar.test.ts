import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { register } from './calendar.ts'

let out: string[]
let err: string[]

beforeEach(() => {
  out = []
  err = []
  process.exitCode = undefined
  vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function run(...args: string[]) {
  const program = new Command('kaicheng')
  register(program)
  await program.parseAsync(['calendar', 'add', ...args], { from: 'user' })
}

describe('kaicheng calendar add', () => {
  test('names the day, each skipped range with its reason, and the make-up days that counted', async () => {
    await run('2025-09-15', '20')
    expect(out.join('\n')).toBe(
      [
        '自 2025-09-15（一）起第20个工作日是 2025-10-17（五）。',
        '起算当日不计入，共经过32天，其中12天不计入。',
        '',
        '不计入的日子：',
        '  2025-09-20（六）至 2025-09-21（日） 周末',
        '  2025-09-27（六） 周末',
        '  2025-10-01（三）至 2025-10-08（三） 国庆节、中秋节放假',
        '  2025-10-12（日） 周末',
        '',
        '计入的调休上班日：',
        '  2025-09-28（日） 国庆节、中秋节调休上班',
        '  2025-10-11（六） 国庆节、中秋节调休上班',
        '',
        '依据：',
        '  国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
      ].join('\n'),
    )
    expect(process.exitCode).toBeUndefined()
  })

  test('a plain week needs no lists', async () => {
    await run('2025-09-15', '2')
    expect(out.join('\n').split('\n')).toEqual([
      '自 2025-09-15（一）起第2个工作日是 2025-09-17（三）。',
      '起算当日不计入，共经过2天，其中0天不计入。',
    ])
  })

  test('says when a year has no notice yet', async () => {
    await run('2026-12-25', '10')
    expect(out.join('\n')).toContain('尚无2027年的节假日安排通知')
    expect(out.join('\n')).toContain('2027-01-01（五） 元旦（法定节假日）')
  })

  test.each(['2025-9-15', '2025/9/15', '2025年9月15日'])('reads %s', async (date) => {
    await run(date, '20')
    expect(out.join('\n')).toContain('2025-10-17（五）')
  })

  test('answers programs in JSON', async () => {
    await run('2025年9月15日', '20', '--json')
    const answer = JSON.parse(out.join('\n'))
    expect(answer).toMatchObject({ start: '2025-09-15', count: 20, day: '2025-10-17', provisional: false })
    expect(answer.skipped).toHaveLength(4)
    expect(answer.skipped[2]).toMatchObject({ from: '2025-10-01', to: '2025-10-08', days: 8, kind: 'holiday' })
    expect(answer.makeUpWorkdays.map(({ from }: { from: string }) => from)).toEqual(['2025-09-28', '2025-10-11'])
  })

  test.each([
    [['2025-02-30', '20'], '不是有效的日期：2025-02-30'],
    [['明天', '20'], '不是有效的日期：明天'],
    [['2025-09-15', '0'], '工作日数应为1至2500的整数，现为0'],
    [['2025-09-15', '-5'], '工作日数应为1至2500的整数，现为-5'],
    [['2025-09-15', '99999'], '工作日数应为1至2500的整数，现为99999'],
    [['2025-09-15', '二十'], '不是有效的工作日数：二十'],
    [['2025-09-15', '1.5'], '不是有效的工作日数：1.5'],
    [['1999-01-04', '5'], '没有1999年的节假日规定'],
    [['9999-12-31', '5'], '超出可以计算的日期范围'],
    [['2025-09-15'], '请写明起算日和工作日数'],
    [[], '请写明起算日和工作日数'],
  ])('refuses %j with a sentence and code 2', async (args, sentence) => {
    await run(...args)
    expect(process.exitCode).toBe(2)
    expect(err.join('\n')).toContain(sentence)
    expect(out).toEqual([])
  })
})
