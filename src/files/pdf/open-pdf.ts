import { getDocumentProxy } from 'unpdf'
import { characterMaps } from './character-maps.ts'

export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<OpenPdf['getPage']>>

/** Opens a PDF for its words and what is painted; pictures are not unpacked. Throws what is none. */
export function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const mapOf = characterMaps()
  // The library makes its own with `new`.
  function tables() {
    return {
      fetch: async ({ kind, filename }: { kind: string; filename: string }) => {
        if (kind !== 'cMapUrl') throw new Error('nothing is fetched')
        return mapOf(filename)
      },
    }
  }
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: false,
    maxImageSize: 2,
    cMapPacked: false,
    useWorkerFetch: false,
    BinaryDataFactory: tables,
  })
}
