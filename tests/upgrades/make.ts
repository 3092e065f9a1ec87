// `npm run upgrade:dump -- VERSION DATA`, when a version is released: keeps what its demo holds for the tests of later versions, and
// freezes its migrations. DATA is a data folder that `KAICHENG_DEMO=on npm start` has filled, with the server stopped.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/db/embedded.ts'
import { checksum, migrationNames, releasedMigrations, releasedSchema } from '../../src/db/migrate.ts'
import { dumpRows, pack } from './dump.ts'

const [version, dataFolder] = process.argv.slice(2)
if (!version || !dataFolder) throw new Error('which version, and which data folder')
const folder = join(import.meta.dirname, version)
mkdirSync(folder, { recursive: true })
const cluster = await startEmbedded(dataFolder)
const client = new pg.Client({ connectionString: cluster.url('kaicheng') })
await client.connect()
const dump = await dumpRows(client)
await client.end()
if (cluster.started) await cluster.stop()
writeFileSync(join(folder, 'rows.ndjson.br'), pack(dump))
for (const name of ['keys/kaicheng.key', 'audit-anchors.jsonl'])
  copyFileSync(join(dataFolder, name), join(folder, name.replace('keys/', '')))

const sums = migrationNames('migrations').map((name) => [
  name,
  checksum(readFileSync(join('migrations', name), 'utf8')),
])
const released = { ...releasedMigrations('migrations'), [version]: Object.fromEntries(sums) }
writeFileSync('migrations/released.json', `${JSON.stringify(released, null, 2)}\n`)
copyFileSync('migrations/schema.sql', releasedSchema('migrations', version))
const count = [...dump.tables.values()].reduce((sum, rows) => sum + rows.length, 0)
console.log(`${version}: ${count} rows of ${dump.tables.size} tables`)
