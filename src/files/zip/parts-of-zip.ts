import type { Readable } from 'node:stream'
import { openPromise } from 'yauzl'

/** The parts of a zip on disk one after the other, however large; each is read before the next is asked for. Throws on what is no whole zip. */
export async function* partsOfZip(path: string): AsyncGenerator<{ readonly name: string; readonly content: Readable }> {
  const zip = await openPromise(path)
  for await (const entry of zip.eachEntry())
    yield { name: entry.fileName, content: await zip.openReadStreamPromise(entry) }
}
