// `npm run crash`: the long form, and the control that must lose. Prints figures; ends with 1 when a promise is broken.
import { crash, described } from './crash.ts'

const [submissions = 20_000] = process.argv.slice(2).map(Number)
const full = await crash({ clients: 40, submissions, kills: { application: 32, database: 22, backEnd: 22 } })
console.log(described(full))
const losing = await crash({
  ...{ clients: 40, submissions: Math.min(submissions, 2_000), losing: true },
  kills: { application: 0, database: 3, backEnd: 0 },
})
console.log(`\nthe control, with synchronous_commit = off:\n${described(losing)}`)
const { attempted, acknowledged, stored, recovered: _, ...noughts } = full.verdict
const isKept =
  attempted === acknowledged && stored === acknowledged && Object.values(noughts).every((count) => count === 0)
process.exit(isKept && losing.verdict.lost > 0 ? 0 : 1)
