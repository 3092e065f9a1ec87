import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { countFaults, tellFault } from './fault.ts'

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())
const place = { kind: 'request', place: '/:organ/search', method: 'GET' } as const

const ofDatabase = (message: string, more: object): Error =>
  Object.assign(new pg.DatabaseError(message, message.length, 'error'), { routine: 'errmsg', ...more })

describe('a fault', () => {
  test('is one line of JSON with time, id, route, class and our own lines, and counted', () => {
    const id = tellFault(new TypeError("Cannot read properties of undefined (reading 'number')"), place)
    expect(id).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^[^\n]+\n$/)
    const line = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ fault: id, ...place, error: 'TypeError' })
    expect(Date.parse(line.time)).toBeGreaterThan(0)
    expect(line.message).toContain('(reading <number>)')
    expect(line.frames[0]).toContain('src/faults/fault.test.ts')
    expect(countFaults()).toContainEqual({ kind: 'request', place: '/:organ/search', count: expect.any(Number) })
  })

  test('is told once, also when it comes again as the cause of another', () => {
    const error = new Error('first')
    const id = tellFault(error, place)
    expect(tellFault(new Error('later', { cause: error }), { kind: 'job', place: 'send-mail' })).toBe(id)
    expect(lines).toHaveLength(1)
  })

  test('is told with what caused it and what was gathered', () => {
    const damaged = ofDatabase('invalid page in block 3 of relation base/16384/16401', { code: 'XX001' })
    tellFault(new AggregateError([new Error('for shili', { cause: damaged })], 'some failed'), place)
    const { causes } = JSON.parse(lines[0] ?? '')
    expect(causes[0].causes[0]).toMatchObject({
      code: 'XX001',
      message: expect.stringContaining('invalid page in block'),
    })
  })

  test('a storm of one kind keeps its ids and loses its lines of code', () => {
    for (let index = 0; index < 30; index += 1) tellFault(new RangeError('storm'), place)
    expect(lines).toHaveLength(30)
    expect(JSON.parse(lines[0] ?? '').frames).toBeDefined()
    expect(JSON.parse(lines[29] ?? '')).toMatchObject({ fault: expect.any(String) })
    expect(JSON.parse(lines[29] ?? '').frames).toBeUndefined()
  })
})

describe('a storm of thousands', () => {
  afterEach(() => void vi.useRealTimers())
  const told = () => lines.map((line) => JSON.parse(line))
  const counted = (where: string) => countFaults().find((each) => each.place === where)?.count

  test('is some lines, the id of the last for all others, and one line that sums them up when the minute is over', () => {
    vi.useFakeTimers()
    const where = { kind: 'request', place: '/storm/one' } as const
    const ids = Array.from({ length: 5_000 }, () => tellFault(new RangeError('storm'), where))
    expect(lines).toHaveLength(120)
    expect(told().filter(({ frames }) => frames)).toHaveLength(20)
    expect(new Set(ids.slice(120))).toEqual(new Set([ids[119]]))
    expect(counted('/storm/one')).toBe(5_000)
    vi.advanceTimersByTime(60_000)
    expect(told().slice(120)).toEqual([
      expect.objectContaining({ ...where, fault: ids[119], error: 'RangeError', repeated: 4_880 }),
    ])
    vi.advanceTimersByTime(600_000)
    expect(lines).toHaveLength(121)
  })

  test('is summed up before the next of its kind, and hides no fault of another', () => {
    vi.useFakeTimers()
    const where = { kind: 'request', place: '/storm/two' } as const
    for (let index = 0; index < 121; index += 1) tellFault(new RangeError('storm'), where)
    tellFault(new TypeError('another'), where)
    tellFault(new RangeError('elsewhere'), { ...where, place: '/storm/three' })
    expect(told().slice(120)).toMatchObject([{ error: 'TypeError' }, { place: '/storm/three' }])
    vi.setSystemTime(Date.now() + 60_000)
    const id = tellFault(new RangeError('storm'), where)
    expect(told().slice(122)).toMatchObject([{ repeated: 1 }, { fault: id, frames: expect.any(Array) }])
  })
})

describe('nothing that was typed or stored is in it', () => {
  const secrets = ['11010519491231002X', '13800138000', '张三丰', 'zhangsan@example.com', 'secretword']
  const row = 'Failing row contains (1, 11010519491231002X, 张三丰, secretword).'
  const cases: [string, Error][] = [
    [
      'a unique key',
      ofDatabase('duplicate key value violates unique constraint "staff_login"', {
        code: '23505',
        detail: 'Key (login)=(secretword) already exists.',
        table: 'staff',
        constraint: 'staff_login',
      }),
    ],
    [
      'a check',
      ofDatabase('new row for relation "requests" violates check constraint "c"', {
        code: '23514',
        detail: row,
        table: 'requests',
        where: 'secretword',
        internalQuery: 'secretword',
        hint: '张三丰',
      }),
    ],
    ['a type', ofDatabase('invalid input syntax for type integer: "secretword"', { code: '22P02' })],
    ['a search', ofDatabase('syntax error in tsquery: "secretword 张三丰"', { code: '42601' })],
    ['a quote within quotes', ofDatabase('invalid input: "it\'s "secretword" here"', { code: '22P02' })],
    ['a raised message', ofDatabase('no such person: 张三丰 11010519491231002X', { code: 'P0001' })],
    [
      'JSON',
      (() => {
        try {
          return JSON.parse('secretword')
        } catch (error) {
          return error as Error
        }
      })(),
    ],
    [
      'a schema',
      (() => {
        const { error } = z.strictObject({ name: z.string() }).safeParse({ name: 5, 张三丰: '11010519491231002X' })
        return error as Error
      })(),
    ],
    ['an address of mail', new Error('550 <zhangsan@example.com> no such user')],
    ['a telephone number', new Error('cannot call 138 0013 8000 or 13800138000')],
    ['an address of the web', new Error('fetch https://u:secretword@example.com/?q=secretword failed')],
    ['a made-up code and class', Object.assign(new Error('x'), { code: '张三丰', table: 'a b secretword' })],
    [
      'a cause',
      new Error('outer', { cause: ofDatabase('value "secretword" is out of range', { code: '22003', detail: row }) }),
    ],
  ]
  test.for(cases)('%s', ([, error]) => {
    tellFault(error, place)
    const line = lines.join('')
    for (const secret of secrets) expect(line).not.toContain(secret)
    expect(line).not.toMatch(/138 ?0013/)
    expect(JSON.parse(line).error).not.toBe('')
  })
})
