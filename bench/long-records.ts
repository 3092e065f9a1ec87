import pg from 'pg'
import { publishedSeal } from '../src/db/row-seals.ts'
import type { Content } from '../src/disclosure/content.ts'
import { contentHash } from '../src/disclosure/content-hash.ts'
import { aText } from '../src/disclosure/testing/a-record.ts'

interface Row {
  readonly organ_id: number
  readonly record_id: string
  readonly number: string
  readonly edition: number
  readonly content: Content
}

/** Gives published records so many paragraphs, past the guards that ask for signatures; the key is open by then. Answers their addresses. */
export async function lengthen(ownerUrl: string, slug: string, paragraphs: number, most: number): Promise<string[]> {
  const text = aText(
    ...Array.from(
      { length: paragraphs },
      (_, index) => `第${index + 1}条　统计调查对象应当真实、准确、完整地提供资料。`,
    ),
  )
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  const { rows } = await client.query<Row>(
    `select r.organ_id, r.record_id, r.number, r.edition, r.content from published_records r join organs o on o.id = r.organ_id
     where o.slug = $1 and r.withdrawn_at is null order by r.number limit $2`,
    [slug, most],
  )
  for (const { organ_id: organId, record_id: recordId, number, edition, content } of rows) {
    const long = { ...content, text }
    const hash = contentHash(long)
    const seal = publishedSeal({ organId, recordId, number, edition, hash })
    await client.query(
      'update published_records set content = $1, hash = $2, seal = $3 where organ_id = $4 and record_id = $5',
      [JSON.stringify(long), hash, seal, organId, recordId],
    )
  }
  await client.end()
  return rows.map(({ number }) => `/${slug}/records/${number}`)
}
