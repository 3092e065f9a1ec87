import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'

const { resolve } = createRequire(import.meta.url)

/** Folders with fonts: the bureau's licensed ones in KAICHENG_FONTS, then the free ones that come with the packages. */
function fontFolders(): string[] {
  const serif = dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const sans = join(dirname(dirname(resolve('@embedpdf/fonts-sc'))), 'fonts')
  const own = process.env.KAICHENG_FONTS
  return [...(own && existsSync(own) ? [own] : []), join(serif, '400Regular'), join(serif, '700Bold'), sans]
}

let compiler: Promise<NodeCompiler> | undefined

/** The compiler maps 70 MB of fonts, so it is loaded with the first document and kept. */
async function loadCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] })
}

/** Compilations that an unused intermediate result outlives in the compiler's cache. */
const cacheAge = 10

const complaint = (error: NodeError | null): string =>
  (error?.shortDiagnostics ?? []).map(({ message }: { message?: string }) => message ?? '').join('; ') ||
  'no reason given'

/**
 * Sets a document with Typst and returns a tagged PDF (PDF/UA-1). `data` reaches the source as JSON in
 * `sys.inputs.data`, never as markup. The source must set its own title and date: equal input gives equal bytes.
 */
export async function typesetPdf(source: string, data: unknown): Promise<Uint8Array> {
  compiler ??= loadCompiler()
  const typst = await compiler
  const compiled = typst.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } })
  if (!compiled.result) throw new Error(`typst: ${complaint(compiled.takeDiagnostics())}`)
  const pdf = typst.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true })
  typst.evictCache(cacheAge)
  return new Uint8Array(pdf)
}
