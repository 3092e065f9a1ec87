// `npm run crash`: the long form, and the control that must lose. Prints figures; ends with 1 when a promise is broken.
// With a number, so many submissions, and of everything else as many as fit to them.
import { noughts } from './check.ts'
import { crash, described, inColumns } from './crash.ts'
import { killUpgrade } from './upgrade.ts'

const most = 20_000
const [submissions = most] = process.argv.slice(2).map(Number)
const share = (count: number, least = 1) => Math.max(least, Math.round((count * submissions) / most))
const full = await crash({
  clients: 40,
  submissions,
  kills: { application: share(32), database: share(22), backEnd: share(22) },
  backups: { made: share(12, 2), killed: share(12, 2), restored: share(6), restoresKilled: share(4) },
})
console.log(described(full))
const { killed, rows, ...left } = await killUpgrade('0.1.0', share(12, 2))
console.log('\nan upgrade of 0.1, killed and gone on with, then checked deeply')
for (const figure of Object.entries({ rows, killed, ...left })) console.log(inColumns(figure))
const losing = await crash({
  clients: 40,
  submissions: Math.min(submissions, 2_000),
  losing: true,
  kills: { application: 0, database: 3, backEnd: 0 },
})
console.log(`\nthe control, with synchronous_commit = off:\n${described(losing)}`)

const { attempted, acknowledged, stored } = full.verdict
const { halves = 0, wrong = 0 } = full.backups ?? {}
const faults = [...noughts(full.verdict), halves, wrong, ...Object.values(left)]
const isKept = attempted === acknowledged && stored === acknowledged && faults.every((count) => count === 0)
process.exit(isKept && losing.verdict.lost > 0 ? 0 : 1)
