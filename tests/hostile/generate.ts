import iconv from 'iconv-lite'
import { type FileSpec, type MadeFile, makeFile } from './make-file.ts'

type Spec = { readonly gen: string } & Readonly<Record<string, unknown>>

export const isSpec = (input: unknown): input is Spec => typeof input === 'object' && input !== null && 'gen' in input

/** Generators whose result is a text. */
export function textOf(input: unknown): string {
  if (typeof input === 'string') return input
  if (!isSpec(input)) throw new Error(`no text: ${JSON.stringify(input)}`)
  const { prefix = '', suffix = '' } = input
  const [times, depth] = [Number(input.times ?? 0), Number(input.depth ?? 0)]
  switch (input.gen) {
    case 'repeat':
      return `${prefix}${String(input.unit).repeat(times)}${suffix}`
    case 'nest':
      return String(input.open).repeat(depth) + String(input.close).repeat(depth)
    case 'json-keys':
      return `{${Array.from({ length: Number(input.count ?? times) }, (_, index) => `"k${index}":${index}`).join(',')}}`
    case 'text':
    case 'encode':
      return String(input.text)
    default:
      throw new Error(`no generator ${input.gen}`)
  }
}

export interface Body {
  readonly bytes: Buffer
  readonly contentType: string
}

/** A body as it goes over the line: `encode` and `bytes` say in which bytes, all others are UTF-8. */
export function bodyOf(input: unknown, text = (plain: string) => plain): Body {
  const { contentType = 'application/json', ...spec } = (isSpec(input) ? input : {}) as Record<string, string>
  if (spec.gen === 'bytes') return { bytes: Buffer.from(spec.hex ?? '', 'hex'), contentType }
  const plain = text(textOf(input))
  if (spec.gen !== 'encode') return { bytes: Buffer.from(plain), contentType }
  const addBOM = Boolean(spec.bom)
  return { bytes: iconv.encode(plain, String(spec.encoding), { addBOM }), contentType }
}

const made = new WeakMap<object, MadeFile>()

/** The file that is described; made once, so that whoever measures what it costs can make it beforehand. */
export function fileOf(input: unknown): MadeFile {
  const spec = input as FileSpec
  const file = made.get(spec) ?? makeFile(spec)
  made.set(spec, file)
  return file
}
