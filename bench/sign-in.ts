import { buildApp } from '../src/app/build-app.ts'
import type { Runtime } from '../src/db/runtime.ts'
import type { Organ } from '../src/organs/organ.ts'
import { addStaff, aPassword, Browser } from '../src/organs/testing/staff.ts'
import { load, printed } from './measure.ts'
import { percentileOf } from './percentile.ts'

const people = 40
/** Each account is shut after five wrong passwords. */
const wrongEach = 3
const atOnce = 20
const rounds = 5

/** Signing in: the time of a wrong password, whether or not the account exists (target: 5 ms apart), and many people at once (2 s). */
export async function benchSignIn({ db, url }: Pick<Runtime, 'db' | 'url'>, organ: Organ): Promise<void> {
  const app = await buildApp({ db, url }, {})
  const known = Array.from({ length: people }, (_, index) => `login${index}`)
  for (const login of known) await addStaff(db, organ.id, { login, roles: ['clerk'] })
  const unknown = known.map((_, index) => `nobody${index}`)
  let sent = 0
  const timed = async (login: string | undefined, password: string, status: number): Promise<number> => {
    sent += 1
    const remoteAddress = `10.0.${sent >> 8}.${sent & 255}`
    const begun = performance.now()
    const answer = await new Browser(app).send('POST', '/session', { login, password }, { remoteAddress })
    const ms = performance.now() - begun
    if (answer.statusCode !== status) throw new Error(`${login}: ${answer.statusCode} ${answer.body}`)
    return ms
  }
  await Promise.all(known.map((login) => timed(login, aPassword, 200)))

  const wrong = { known: [] as number[], unknown: [] as number[] }
  for (let run = 0; run < people * wrongEach; run += 1)
    // Taking turns at being first, so that whatever else the machine does falls on both.
    for (const who of run % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const))
      wrong[who].push(await timed((who === 'known' ? known : unknown)[run % people], 'not the password', 422))
  const [one, other] = [percentileOf(wrong.known, 0.5), percentileOf(wrong.unknown, 0.5)]
  console.log(
    `  wrong password, median of ${wrong.known.length} each: account known ${printed(one)}, unknown ${printed(other)}, apart ${printed(Math.abs(one - other))}  (${load()})`,
  )

  const together: number[] = []
  for (let round = 0; round < rounds; round += 1)
    together.push(
      ...(await Promise.all(
        Array.from({ length: atOnce }, (_, index) => timed(known[(round * atOnce + index) % people], aPassword, 200)),
      )),
    )
  console.log(
    `  sign-in, ${atOnce} people at once, ${rounds} times: p50 ${printed(percentileOf(together, 0.5))}  p95 ${printed(percentileOf(together, 0.95))}  (${load()})`,
  )
  await app.close()
}
