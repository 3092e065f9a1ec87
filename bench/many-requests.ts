import { sql } from 'kysely'
import { loadCalendar } from '../src/calendar/notices/store.ts'
import { addDays, type PlainDate, plainDate } from '../src/days/plain-date.ts'
import { type BulkRow, chunks, insertRows } from '../src/db/bulk.ts'
import type { Database } from '../src/db/database.ts'
import { inActs, inOrgan } from '../src/db/organ.ts'
import { seal } from '../src/db/sealed.ts'
import type { Organ } from '../src/organs/organ.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import type { RequestEvent } from '../src/requests/event.ts'
import { receiptHashes, receiptOf } from '../src/requests/receipt.ts'
import { foldedOf } from '../src/requests/refold.ts'
import { applicantKey, applicantNameKey } from '../src/requests/register.ts'
import { aPerson } from '../src/requests/testing/an-intake.ts'

const places = [
  '东湖片区',
  '西关街道',
  '南苑新区',
  '北山镇',
  '河东街道',
  '柳溪镇',
  '临港产业园',
  '清泉镇',
  '老城区',
  '科创园区',
]
const subjects = [
  '拆迁补偿',
  '土地征收',
  '环境评价',
  '财政预算',
  '老旧小区改造',
  '学区划分',
  '低保发放',
  '工程招标',
  '行政处罚',
  '规划许可',
]
const papers = ['批复文件', '明细清单', '实施方案', '会议纪要', '验收报告', '资金安排', '评估报告', '合同文本']
const family = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'

const pick = <T>(list: readonly T[] | string, index: number) => list[index % list.length] as T
const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

/** Live requests with their applicants and first events, as registering them one by one would leave them; most are answered. */
export async function addManyRequests(db: Database, organ: Organ, count: number, today: PlainDate): Promise<void> {
  const calendar = await db.transaction().execute(loadCalendar)
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  for (const chunk of chunks(numbers))
    await inOrgan(db, organ.id, async (tx) => {
      const requests: BulkRow[] = []
      const applicants: BulkRow[] = []
      const facts: BulkRow[] = []
      for (const number of chunk) {
        const id = crypto.randomUUID()
        const isOpen = number > count * 0.97
        const on = isOpen ? addDays(today, -(number % 25)) : addDays(today, -40 - (number % 900))
        const person = aPerson({
          name: `${pick<string>(family, number)}${pick<string>(given, number * 7)}${pick<string>(given, number * 13)}`,
          phone: `138${String(number).padStart(8, '0')}`,
          identityNumber: `passport${organ.id}-${number % 20_000}`,
        })
        const events = eventsOf(on, isOpen, number)
        const { dueProvisional, ...folded } = foldedOf(events, calendar, today)
        const { receiptCodeHash, receiptSecretHash } = receiptHashes(receiptOf(id))
        requests.push({
          id,
          number: `${organ.letterCode}依申请〔${on.slice(0, 4)}〕${number}号`,
          channel: 'online',
          origin: 'live',
          applicantKind: person.kind,
          arrivedOn: on,
          dueProvisional,
          ...folded,
          summary: `${2015 + (number % 11)}年${pick(places, number)}${pick(subjects, number * 3)}${pick(papers, number * 7)}（第${number}项）`,
          applicantKey: hex(applicantKey(person)),
          applicantNameKey: hex(applicantNameKey(person.name)),
          receiptCodeHash: hex(receiptCodeHash),
          receiptSecretHash: hex(receiptSecretHash),
          formWanted: '电子文件',
          routeWanted: '网上下载',
          assistance: '',
          purpose: '',
        })
        applicants.push({
          requestId: id,
          sealed: seal(JSON.stringify(person), { table: 'request_applicants', organId: organ.id, id }),
        })
        for (const { seq, kind, happenedOn } of events)
          facts.push({ request_id: id, seq, kind, happened_on: happenedOn })
      }
      await insertRows(tx, 'requests', organ.id, Object.keys(requests[0] ?? {}), requests)
      await insertRows(tx, 'requestApplicants', organ.id, ['requestId', 'sealed'], applicants)
      for (const each of chunks(facts))
        await sql`
          insert into request_events (organ_id, request_id, seq, kind, happened_on, data, actor_kind, actor_name)
          select ${organ.id}, r.request_id, r.seq, r.kind, r.happened_on, case r.kind when 'concluded' then '{"outcome":"granted"}'::jsonb else '{}' end, 'applicant', '申请人'
          from jsonb_to_recordset(${JSON.stringify(each)}::jsonb)
            as r (request_id uuid, seq int, kind text, happened_on date)`.execute(tx)
    })
}

function eventsOf(on: PlainDate, isOpen: boolean, number: number): RequestEvent[] {
  const actor = { kind: 'applicant', id: null, name: '申请人' } as const
  const event = (seq: number, kind: 'arrived' | 'received' | 'concluded', happenedOn: PlainDate) =>
    ({
      seq,
      kind,
      happenedOn,
      actor,
      amount: null,
      supersedes: null,
      recordedAt: null,
      data: kind === 'concluded' ? { outcome: 'granted' } : {},
    }) as RequestEvent
  const events = [event(1, 'arrived', on)]
  if (!isOpen || number % 5 > 0) events.push(event(2, 'received', on))
  if (!isOpen) events.push(event(3, 'concluded', addDays(on, 15)))
  return events
}

export const addOrgan = (db: Database, slug: string): Promise<Organ> =>
  inActs(db, (tx) => organs.add(tx, anOrgan({ slug, name: `示例${slug}局`, letterCode: slug })))

export const benchDay = plainDate('2026-11-24')
