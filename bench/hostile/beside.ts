import { makePdf } from '../../tests/hostile/make-file.ts'
import { countStatuses, formWith, type Heard, send } from './send.ts'
import { type Running, residentMb } from './server.ts'

const everyMs = 250
const sound = makePdf(Buffer.from('BT /F1 12 Tf 72 720 Td (Hello) Tj ET'))
let others = 0

/** Looks at the server as others do, each time from a new address, until it is stopped. */
export async function watchServer(server: Running) {
  const home: number[] = []
  const signIn: number[] = []
  const upload: number[] = []
  const failed: Heard[] = []
  const before = residentMb(server.pid)
  let most = before
  let loop = await loopMaxMs(server)
  loop = 0
  let isOver = false
  const nextAddress = () => {
    others += 1
    return `127.2.${(others >> 8) & 255}.${others & 255 || 1}`
  }
  const repeat = async (work: () => Promise<void>) => {
    while (!isOver) {
      await work()
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  }
  const at = async (
    times: number[],
    sending: Parameters<typeof send>[1],
    isGood: (status: number, body: string) => boolean,
  ) => {
    const heard = await send(server, sending)
    times.push(heard.ms)
    if (!isGood(heard.status, heard.body)) failed.push(heard)
  }
  const looking = [
    repeat(() => at(home, { path: '/', from: nextAddress() }, (status) => status === 200)),
    repeat(async () => {
      const from = nextAddress()
      await at(signIn, { path: '/console/', from }, (status) => status === 200 || status === 404)
      await at(signIn, wrongPassword(`nobody${others}`, from), (status) => status === 422)
    }),
    repeat(() =>
      at(upload, formWith([{ field: 'identity', name: '好.pdf', bytes: sound }], nextAddress()), (_, body) =>
        body.includes('已上传'),
      ),
    ),
    repeat(async () => {
      most = Math.max(most, residentMb(server.pid))
    }),
    repeat(async () => {
      loop = Math.max(loop, await loopMaxMs(server))
    }),
  ]
  return {
    stop: async (): Promise<string[]> => {
      isOver = true
      await Promise.all(looking)
      loop = Math.max(loop, await loopMaxMs(server))
      return [
        spread(home),
        spread(signIn),
        `${Math.round(Math.max(...upload))} ms${failed.length > 0 ? ` (failed: ${countStatuses(failed)})` : ''}`,
        `${Math.round(loop)} ms`,
        `${most - before} MB`,
      ]
    },
  }
}

export const wrongPassword = (login: string, from: string) => ({
  path: '/api/console/session',
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-kaicheng': 'console', 'sec-fetch-site': 'same-origin' },
  body: JSON.stringify({ login, password: 'Wrong-2718-Password' }),
  from,
})

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return `${Math.round(middle)}/${Math.round(sorted.at(-1) ?? Number.NaN)} ms`
}

/** Since it was last asked. */
async function loopMaxMs(server: Running): Promise<number> {
  const { body } = await send(server, { path: '/metrics' })
  const [, seconds = '0'] = /^kaicheng_nodejs_eventloop_lag_max_seconds ([\d.e-]+)/m.exec(body) ?? []
  return Number(seconds) * 1000
}
