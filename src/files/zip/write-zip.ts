import { Zip, ZipPassThrough } from 'fflate'

/** A zip of these parts, unpacked: handed on inside the program and read at once. The same parts give the same bytes. */
export function writeZip(parts: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  // Added one by one: by its other way in, fflate keeps parts by name, and one may be called `__proto__`.
  for (const { name, content } of parts) {
    const part = new ZipPassThrough(name)
    part.mtime = '1980-01-02T00:00:00'
    zip.add(part)
    part.push(content, true)
  }
  zip.end()
  return Buffer.concat(chunks)
}
