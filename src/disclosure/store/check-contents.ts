import { sql } from 'kysely'
import type { ContentCheck, RowFault } from '../../audit/deep.ts'
import type { Tx } from '../../db/database.ts'
import { eachRow } from '../../db/keyset.ts'
import { publishedSeal } from '../../db/row-seals.ts'
import type { Content } from '../content.ts'
import { contentHash } from '../content-hash.ts'

/** Texts may be long, and few stand in memory at once. */
const pageSize = 100

/** Every saved text is that of its hash, and every published one is the text that was signed. */
export const recordContents: ContentCheck = {
  label: '公开信息的正文',
  run: async (tx, organId, report) => {
    await checkRevisions(tx, organId, report)
    await checkPublished(tx, organId, report)
  },
}

type Report = (fault: RowFault) => void

async function checkRevisions(tx: Tx, organId: number, report: Report): Promise<void> {
  let after: [string, number, number] = ['00000000-0000-0000-0000-000000000000', 0, 0]
  while (true) {
    const { rows } = await sql<{ recordId: string; edition: number; revision: number; hash: string; content: Content }>`
      select record_id, edition, revision, hash, content from revisions
      where organ_id = ${organId} and (record_id, edition, revision) > (${after[0]}::uuid, ${after[1]}::int, ${after[2]}::int)
      order by record_id, edition, revision limit ${pageSize}`.execute(tx)
    for (const { recordId, edition, revision, hash, content } of rows) {
      after = [recordId, edition, revision]
      const key = after.join('/')
      if (contentHash(content) !== hash)
        report({ table: 'revisions', key, message: `公开信息的稿本（revisions ${key}）：正文与校验码不符` })
    }
    if (rows.length < pageSize) return
  }
}

interface PublishedText {
  readonly id: string
  readonly number: string
  readonly edition: number
  readonly hash: string
  readonly seal: Buffer | null
  readonly content: Content
  readonly isAsSigned: boolean
}

async function checkPublished(tx: Tx, organId: number, report: Report): Promise<void> {
  const published = async (after: string) =>
    (
      await sql<PublishedText>`
        select r.record_id as id, r.number, r.edition, r.hash, r.seal, r.content,
          r.title = r.content ->> 'title' and r.hash = e.hash and exists (select from revisions v
            where v.organ_id = r.organ_id and v.record_id = r.record_id and v.edition = r.edition and v.hash = r.hash)
            as is_as_signed
        from published_records r left join editions e using (organ_id, record_id, edition)
        where r.organ_id = ${organId} and r.record_id > ${after}::uuid order by r.record_id limit ${pageSize}`.execute(
        tx,
      )
    ).rows
  await eachRow(published, ({ id, number, edition, hash, seal, content, isAsSigned }) => {
    const isOurs = seal?.equals(publishedSeal({ organId, recordId: id, number, edition, hash })) ?? false
    if (isOurs && isAsSigned && contentHash(content) === hash) return
    const message = `已公开的信息 ${number}（published_records ${id}）：标题或正文与审签的文本不符`
    report({ table: 'published_records', key: id, message })
  })
}
