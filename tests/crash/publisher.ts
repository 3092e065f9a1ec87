import { once } from 'node:events'
import '../../src/app/joins.ts'
import { plainDate } from '../../src/days/plain-date.ts'
import { openDatabase } from '../../src/db/database.ts'
import { keysFrom, setKeys } from '../../src/db/keys.ts'
import { publishDue } from '../../src/disclosure/actions/publish-due.ts'
import { systemActor } from '../../src/organs/actor.ts'

/** A server that does nothing but publish what is due, from when it is told to until it is killed. Arguments: database, organ. */
const [url = '', organ = ''] = process.argv.slice(2)
setKeys(keysFrom(Buffer.alloc(32, 7)))
const db = openDatabase(url)
process.stdout.write('ready\n')
await once(process.stdin, 'data')
for (;;) {
  await publishDue(db, systemActor(Number(organ), plainDate('2026-11-24')), new Date()).catch(() => {})
  process.stdout.write('round\n')
}
