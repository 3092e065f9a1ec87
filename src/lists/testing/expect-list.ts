import { expect } from 'vitest'
import { parseCsv } from '../../workbooks/xlsx/csv.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { pageSize } from '../wanted.ts'

interface AskedList {
  readonly send: (method: 'GET', path: string) => Promise<{ statusCode: number; rawPayload: Buffer; json: () => Page }>
  /** Of the list, and of its export. */
  readonly path: string
  readonly exportPath: string
  readonly views: readonly string[]
  readonly sorts: readonly { readonly id: string }[]
  /** What narrows it, one after the other. */
  readonly beside: readonly string[]
  /** Whatever the list cannot do without. */
  readonly always?: string
}

type Item = Readonly<Record<string, unknown>>

interface Page {
  readonly items: readonly Item[]
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
}

/**
 * The rules of every list of the console: what its views count is what they list, whatever narrows it; in every order each row comes
 * once, to the very last; and what is exported is what is shown.
 */
export async function expectList(list: AskedList): Promise<void> {
  const { send, path, exportPath, views, sorts, beside, always = '' } = list
  const ask = async (query: string): Promise<Page> => (await send('GET', `${path}?${always}&${query}`)).json()
  for (const query of ['', ...beside]) {
    const { counts } = await ask(query)
    for (const view of views) {
      const said = `${query} ${view}`
      const { total } = await ask(`${query}&view=${view}`)
      expect(total, said).toBe(counts[view])
      const file = async (as: string) =>
        (await send('GET', `${exportPath}?${always}&${query}&view=${view}&as=${as}`)).rawPayload
      expect((await readXlsx(await file('xlsx'))).sheets[0]?.rows.length, said).toBe(total + 1)
    }
  }
  const { total } = await ask('')
  expect(total).toBeGreaterThan(pageSize * 2)
  for (const sort of ['', ...sorts.flatMap(({ id }) => [`sort=${id}`, `sort=-${id}`])]) {
    const shown: string[] = []
    for (let page = 1; shown.length < total; page += 1) {
      const { items } = await ask(`${sort}&page=${page}`)
      expect(items.length, sort).toBe(Math.min(pageSize, total - shown.length))
      shown.push(...items.map((item) => JSON.stringify(item)))
    }
    expect(new Set(shown).size, sort).toBe(total)
    const lines = parseCsv((await send('GET', `${exportPath}?${always}&${sort}&as=csv`)).rawPayload.toString())
    // In the order of the list: each line begins with what stands in its row.
    for (const [at, [first]] of lines.slice(1).entries()) expect(shown[at], sort).toContain(JSON.stringify(first))
  }
  const beyond = await ask(`page=${Math.ceil(total / pageSize) + 1}`)
  expect([beyond.items, beyond.total]).toEqual([[], total])
}
