import { crash, described } from './crash.ts'

const [n = 200, a = 1, d = 1, b = 1, l = 0] = process.argv.slice(2).map(Number)
console.log(
  described(
    await crash({ clients: 20, submissions: n, kills: { application: a, database: d, backEnd: b }, losing: l > 0 }),
  ),
)
