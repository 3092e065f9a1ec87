import { demoPassword } from '../../src/demo/live/office.ts'
import { wordFile } from '../../src/files/testing/word-file.ts'
import { makePdf } from '../../tests/hostile/make-file.ts'
import { wrongPassword } from './beside.ts'
import { countStatuses, formWith, type Heard, send, sendUnfinished } from './send.ts'
import type { Running } from './server.ts'

interface Attack {
  readonly name: string
  /** Says how it was answered. */
  readonly run: (server: Pick<Running, 'port'>) => Promise<string>
}

const mebibyte = 1024 * 1024
const filled = (filler: string, megabytes: number) =>
  Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(megabytes * mebibyte, filler)])
const file = (bytes: Buffer, name = 'a.pdf') => [{ field: 'identity', name, bytes }]
const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `127.3.${index >> 8}.${(index & 255) + 1}`)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** So many at once from each address. */
const byMany = async (
  server: Pick<Running, 'port'>,
  from: readonly string[],
  each: number,
  bytes: Buffer,
  name?: string,
) =>
  countStatuses(
    await Promise.all(
      from.flatMap((address) => Array.from({ length: each }, () => send(server, formWith(file(bytes, name), address)))),
    ),
  )

export const attacks: readonly Attack[] = [
  { name: 'nothing', run: async () => wait(3_000).then(() => '') },
  {
    name: '12 PDFs of 200,000 streams, 3 addresses',
    run: (server) => byMany(server, addresses(3), 4, Buffer.from(`%PDF-1.7\n${'stream\n'.repeat(200_000)}`)),
  },
  {
    name: '12 documents of 5 MB of “<”, 3 addresses',
    run: (server) => byMany(server, addresses(3), 4, wordFile('<'.repeat(5 * mebibyte)), 'a.docx'),
  },
  ...['(', '0', '[', '/A', '<<', '1 0 obj<<', 'stream\n'].map((filler) => ({
    name: `4 PDFs of 19 MB of ${JSON.stringify(filler)}, 2 addresses`,
    run: (server: Pick<Running, 'port'>) => byMany(server, addresses(2), 2, filled(filler, 19)),
  })),
  {
    name: '100 unfinished uploads of 15 MB, 1 address',
    run: async (server) => {
      const open = Array.from({ length: 100 }, () =>
        sendUnfinished(server, formWith(file(filled(' ', 16)), '127.4.0.1'), 15 * mebibyte),
      )
      await wait(15_000)
      const left = open.filter(({ destroyed }) => !destroyed).length
      for (const each of open) each.destroy()
      return `${left} still open after 15 s`
    },
  },
  { name: '50 × 20 MB at once, 1 address', run: (server) => byMany(server, ['127.5.0.1'], 50, filled(' ', 19)) },
  { name: '50 × 20 MB at once, 50 addresses', run: (server) => byMany(server, addresses(50), 1, filled(' ', 19)) },
  {
    name: '50 sound PDFs of 19 MB, 50 addresses',
    run: (server) => byMany(server, addresses(50), 1, makePdf(Buffer.alloc(19 * mebibyte, 'BT ET\n'))),
  },
  {
    name: '4 MB of unknown names in JSON × 5, staff',
    run: async (server) => {
      const signedIn = await send(server, {
        ...wrongPassword('ysj.jingban', '127.6.0.1'),
        body: JSON.stringify({ login: 'ysj.jingban', password: demoPassword }),
      })
      if (!signedIn.body.includes('"stage":"in"'))
        throw new Error(`the clerk is not let in: ${signedIn.status} ${signedIn.body}`)
      const cookie = (signedIn.headers['set-cookie'] ?? []).map((each) => each.split(';', 1)[0]).join('; ')
      const body = `{${Array.from({ length: 300_000 }, (_, index) => `"${index}":1`).join()}}`
      const heard: Heard[] = []
      for (let count = 0; count < 5; count += 1)
        heard.push(
          await send(server, {
            ...wrongPassword('', '127.6.0.1'),
            path: '/api/console/records/00000000-0000-4000-8000-000000000000/editions/1',
            method: 'PUT',
            body,
            headers: { ...wrongPassword('', '').headers, cookie },
          }),
        )
      return countStatuses(heard)
    },
  },
  {
    name: '12 records of 1,500 paragraphs as PDF, 48 addresses',
    run: async (server) => {
      const { body } = await send(server, { path: '/sitemap.xml' })
      const paths = [...new Set(body.match(/\/hegang-ysj\/records\/\d{4}-\d{5,9}(?=<)/g))].toSorted().slice(0, 12)
      if (paths.length === 0) throw new Error('no record is published')
      const from = addresses(48)
      return countStatuses(
        await Promise.all(
          from.map((address, index) => send(server, { path: `${paths[index % paths.length]}.pdf`, from: address })),
        ),
      )
    },
  },
  {
    name: '200 wrong passwords, 20 addresses',
    run: async (server) =>
      countStatuses(
        await Promise.all(
          addresses(20).flatMap((from) =>
            Array.from({ length: 10 }, (_, index) => send(server, wrongPassword(`ysj.clerk${index}`, from))),
          ),
        ),
      ),
  },
  {
    name: '2,000 searches and pages that are not there, 20 addresses',
    run: async (server) => {
      const heard: Heard[] = []
      await Promise.all(
        addresses(20).map(async (from, at) => {
          for (let count = 0; count < 100; count += 1)
            heard.push(
              await send(server, { path: count % 2 ? `/search?q=${at}x${count}` : `/no/${at}/${count}`, from }),
            )
        }),
      )
      return countStatuses(heard)
    },
  },
]
