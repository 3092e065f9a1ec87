import { rmSync } from 'node:fs'
import { plainDate } from '../src/days/plain-date.ts'
import { openDatabase } from '../src/db/database.ts'
import { inActs, lookInOrgan } from '../src/db/organ.ts'
import { openRuntime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import { operatorActor } from '../src/organs/actor.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { collect } from '../src/report/filing/collected.ts'
import { showFilings } from '../src/report/filing/show.ts'
import { listParts } from '../src/report/filing/store/accepted.ts'
import { type FiledRow, fillCity } from '../src/report/filing/testing/filed-city.ts'
import { load, median } from './measure.ts'

const years = [2021, 2022, 2023, 2024, 2025]
const organsFiling = 500
const cell = { table: 'requests', row: 'newReceived', column: 'total' } as const

/** The office's list, its roll-up and a cell of it opened, with 500 organs that filed for five years. */
export async function benchFilings(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000, connections: 2 })
  const { db } = runtime
  const owner = openDatabase(runtime.ownerUrl, { statementMs: 600_000, connections: 1 })
  console.log(`filings: ${organsFiling} organs × ${years.length} years (${load()})`)
  try {
    const office = await inActs(db, (tx) =>
      organs.add(tx, anOrgan({ slug: 'bench-zf', name: '示例市人民政府', kind: 'government' })),
    )
    for (const year of years) await fillCity(owner, office.id, rowsOf(year))
    const actor = operatorActor(office.id, plainDate('2026-03-02'))
    const look = <T>(work: Parameters<typeof lookInOrgan<T>>[2]) => lookInOrgan(db, office.id, work)
    const list = await median(5, () => look((tx) => showFilings(tx, actor, 2025)))
    const sum = await median(5, () => look((tx) => collect(tx, office, 2025)))
    const parts = await median(5, () => look((tx) => listParts(tx, office.id, 2025, cell)))
    console.log(`  list ${list.toFixed(0)} ms, roll-up ${sum.toFixed(0)} ms, a cell opened ${parts.toFixed(0)} ms\n`)
  } finally {
    await owner.destroy()
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
}

const rowsOf = (year: number): FiledRow[] =>
  Array.from({ length: organsFiling }, (_, at) => {
    const figures = () => (at * 7 + year) % 50
    const sentences = Array.from(
      { length: 15 },
      (__, line) => `第${at}局${year}年第${line}句：公开平台的栏目还要再细分，更新还要更及时`,
    )
    return { name: `示例市第${at}局`, year, status: 'accepted', accepted: figures, sentences }
  })
