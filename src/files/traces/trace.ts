import { mostReadingMs } from '../inspect/limits.ts'
import { readZip } from '../zip/read-zip.ts'
import { tracesOfContainer } from './office.ts'
import { tracesOfPdf } from './pdf.ts'
import { hasPlace } from './photo-place.ts'
import { type FileTraces, noTraces, tracesAt, tracesWith } from './traces.ts'

/** Looks into a kept file, told apart by content. Undefined where it cannot be read. Runs in a process for files. */
export async function traceFile(data: Buffer): Promise<FileTraces | undefined> {
  const begins = (mark: string) => data.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'))
  try {
    if (begins('PK')) {
      const entries = await readZip(data)
      return typeof entries === 'string' ? undefined : await tracesOfContainer(data, entries)
    }
    if (data.subarray(0, 1024).includes('%PDF-')) return await tracesOfPdf(data, mostReadingMs(data.length))
    if (begins('\xff\xd8') || begins('\x89PNG'))
      return { ...noTraces, found: tracesAt('photoPlace', hasPlace(data) ? ['这张照片'] : []) }
    if (begins('GIF8') || begins('BM')) return noTraces
    return tracesWith(decoded(data), [])
  } catch {
    return undefined
  }
}

function decoded(data: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return new TextDecoder('gb18030').decode(data)
  }
}
