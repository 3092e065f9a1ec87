import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ContentCheck } from '../audit/deep.ts'
import { eachRow } from '../db/keyset.ts'
import { getFile } from './store.ts'

/** Every file opens where it stands and has the bytes that it came with. */
export const fileContents: ContentCheck = {
  label: '文件',
  run: async (tx, organId, report) => {
    const files = async (after: string) =>
      (
        await sql<{ id: string; name: string }>`
          select id, name from files where organ_id = ${organId} and id > ${after}::uuid order by id limit 500`.execute(
          tx,
        )
      ).rows
    // One by one: each may be many megabytes.
    await eachRow(files, async ({ id, name }) => {
      const told = await getFile(tx, organId, id).then(
        ({ bytes, sha256 }) => createHash('sha256').update(bytes).digest('hex') === sha256,
        (error: unknown) => {
          if (error instanceof Error && error.name === 'SealBroken') return false
          throw error
        },
      )
      if (!told)
        report({ table: 'files', key: id, message: `文件 ${name}（files ${id}）：内容与校验码不符，或者不能解开` })
    })
  },
}
