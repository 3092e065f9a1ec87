import { plainDate } from '../../src/days/plain-date.ts'
import { openDatabase } from '../../src/db/database.ts'
import { keysFrom, setKeys } from '../../src/db/keys.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { systemActor } from '../../src/organs/actor.ts'
import { takeStep } from '../../src/requests/actions/take-step.ts'
import { foldHistory } from '../../src/requests/history.ts'
import { listOpen } from '../../src/requests/store/requests.ts'

/**
 * A server that does nothing but ask for supplements and approve them, until it is killed. Arguments: database, organ. Typesetting needs the
 * build, so the letters wait for their files, as they do where a server is killed between sending and typesetting.
 */
const [url = '', organ = ''] = process.argv.slice(2)
setKeys(keysFrom(Buffer.alloc(32, 7)))
const db = openDatabase(url)
const clerk = { ...systemActor(Number(organ), plainDate('2026-03-03')), roles: ['clerk'] as const }
const head = { ...clerk, id: '00000000-0000-4000-8000-000000000001', roles: ['unitHead'] as const }
const wish = { items: '请写明文件名称', dueOn: '2026-03-25' }
process.stdout.write('ready\n')
for (;;) {
  const open = await inOrgan(db, clerk.organId, (tx) => listOpen(tx, clerk.organId))
  for (const { request, events } of open.filter(({ request: { status } }) => status === 'processing')) {
    const [up] = foldHistory(events).waiting
    await inOrgan(db, clerk.organId, (tx) =>
      up
        ? takeStep(tx, head, request.id, 'approveLetter', { draft: up.seq, hash: up.hash }, request.lastSeq)
        : takeStep(tx, clerk, request.id, 'requestSupplement', wish, request.lastSeq),
    ).catch(() => {})
  }
}
