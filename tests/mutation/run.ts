import { spawnSync } from 'node:child_process'
import { groups } from './groups.ts'

// npm run mutation -- [group …] [options of Stryker]: every group where none is named; fails where one is under its least score.
const words = process.argv.slice(2)
const isOption = words.findIndex((word) => word.startsWith('-'))
const names = isOption < 0 ? words : words.slice(0, isOption)
const options = isOption < 0 ? [] : words.slice(isOption)
const unknown = names.filter((name) => !(name in groups))
if (unknown.length > 0) throw new Error(`no group ${unknown.join(', ')}: there are ${Object.keys(groups).join(', ')}`)

for (const group of names.length > 0 ? names : Object.keys(groups)) {
  const env = { ...process.env, MUTATION_GROUP: group }
  const { status } = spawnSync('stryker', ['run', ...options], { env, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
