import { join } from 'node:path'
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { drawnCodePoints, fontFolders } from './drawn.ts'
import { legible } from './legible.ts'
import { rareFont } from './rare-characters.ts'

/** By the pieces for rare characters: the usual one with none, and the last one with some. */
const compilers = new Map<string, Promise<NodeCompiler>>()

/** A compiler maps 70 MB of fonts, so it is loaded with the first document and kept. */
async function loadCompiler(pieces: readonly string[]): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = await Promise.all(pieces.map(rareFont))
  // The order matters: fonts from memory cannot be added once folders have been searched.
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }, { fontPaths: fontFolders() }] })
}

function compilerWith(pieces: readonly string[]): Promise<NodeCompiler> {
  const key = pieces.join()
  const kept = compilers.get(key) ?? loadCompiler(pieces)
  for (const other of compilers.keys()) if (other !== '' && other !== key) compilers.delete(other)
  compilers.set(key, kept)
  return kept
}

/** Compilations that an unused intermediate result outlives in the compiler's cache. */
const cacheAge = 10

const complaint = (error: NodeError | null): string =>
  (error?.shortDiagnostics ?? []).map(({ message }: { message?: string }) => message ?? '').join('; ') ||
  'no reason given'

/** Sets a document as `typesetPdf` describes, whole with its typefaces. Only in a process for typesetting: native code may break. */
export async function setPdf(
  source: string,
  data: unknown,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const { json, pieces } = legible(data, drawnCodePoints())
  const typst = await compilerWith(pieces)
  for (const [name, bytes] of pictures) typst.mapShadow(join(process.cwd(), name), Buffer.from(bytes))
  const compiled = typst.compile({ mainFileContent: source, inputs: { data: json } })
  for (const name of pictures.keys()) typst.unmapShadow(join(process.cwd(), name))
  if (!compiled.result) throw new Error(`typst: ${complaint(compiled.takeDiagnostics())}`)
  const pdf = exportPdf(typst, compiled.result)
  typst.evictCache(cacheAge)
  return new Uint8Array(pdf)
}

type Document = Parameters<NodeCompiler['pdf']>[0]

/** PDF/UA-1, or a plain tagged PDF if a combination of characters cannot be drawn after all: a letter must go out. */
function exportPdf(typst: NodeCompiler, document: Document): Buffer {
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1', pdfTags: true })
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error
    return typst.pdf(document, { pdfTags: true })
  }
}
