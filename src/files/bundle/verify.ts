import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { partsOfZip } from '../zip/parts-of-zip.ts'
import { catalogueName, checksumsName } from './bundle.ts'

/** What a bundle turned out to be; without problems every file in it is the one that was put in. */
export interface Verified {
  readonly files: number
  readonly problems: readonly string[]
  /** Of the list of hashes itself: the audit log of the organ has it, too. */
  readonly sums: string | null
}

const lineOfSum = /^([0-9a-f]{64}) {2}(.+)$/

/** Reads a bundle as `bundleOf` made it, file by file, and compares. Refuses nothing: what is no bundle has that as its problem. */
export async function verifyBundle(path: string): Promise<Verified> {
  const found = new Map<string, string>()
  let sums: string | undefined
  const problems: string[] = []
  try {
    for await (const { name, content } of partsOfZip(path)) {
      if (name === checksumsName && sums === undefined) {
        const chunks: Buffer[] = []
        for await (const chunk of content) chunks.push(Buffer.from(chunk))
        sums = Buffer.concat(chunks).toString('utf8')
        continue
      }
      if (found.has(name)) problems.push(`“${name}”在案卷中有两份`)
      const hash = createHash('sha256')
      await pipeline(content, hash)
      found.set(name, hash.digest('hex'))
    }
  } catch {
    return { files: found.size, problems: ['不能完整读出，文件已经损坏，或者不是案卷'], sums: null }
  }
  if (sums === undefined)
    return { files: found.size, problems: [`没有校验码清单（${checksumsName}），不是案卷`], sums: null }
  const listed = new Map(
    sums.split('\n').flatMap((line) => {
      const [, sum, name] = lineOfSum.exec(line) ?? []
      return sum && name ? [[name, sum] as const] : []
    }),
  )
  if (!listed.has(catalogueName)) problems.push(`校验码清单中没有“${catalogueName}”，不是案卷`)
  for (const [name, sum] of listed) {
    const is = found.get(name)
    if (is === undefined) problems.push(`缺少“${name}”`)
    else if (is !== sum) problems.push(`“${name}”与导出时不一致`)
  }
  for (const name of found.keys()) if (!listed.has(name)) problems.push(`“${name}”不在校验码清单中`)
  return { files: found.size, problems, sums: createHash('sha256').update(sums).digest('hex') }
}
