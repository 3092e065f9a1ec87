import { officeClock } from '../days/plain-date.ts'

/** What a signature in a PDF says beside the signature. */
export interface SignatureFacts {
  /** Whose seal. */
  readonly name: string
  readonly at: Date
}

export class NotSealable extends Error {
  override readonly name = 'NotSealable'
}

const utf16 = (text: string): string =>
  `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** D:20261124103000+08'00', by the clock of Beijing. */
const written = (at: Date): string => `D:${officeClock(at).replace(/\D/g, '')}+08'00'`

interface Standing {
  readonly text: string
  readonly trailer: string
  readonly startxref: number
}

/** The objects of a PDF with a plain table of them, as Typst writes it; others are not ours to seal. */
function standing(pdf: Uint8Array): Standing {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN)
  const trailer = /^xref[\s\S]*?trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(startxref))?.[1]
  if (trailer === undefined) throw new NotSealable('no plain table of objects')
  return { text, trailer, startxref }
}

const referenceIn = (text: string, key: string): number => {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1]
  if (found === undefined) throw new NotSealable(`no ${key}`)
  return Number(found)
}

/** What stands between the signs of a dictionary that is an object of its own. */
function dictionary({ text, startxref }: Standing, id: number): string {
  const rows = /^xref\s+0 \d+\s+([\s\S]*?)trailer/.exec(text.slice(startxref))?.[1]?.match(/\d{10} \d{5} [nf]/g) ?? []
  const at = Number(rows[id]?.slice(0, 10) ?? Number.NaN)
  const found = new RegExp(`^${id} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text.slice(at))?.[1]
  if (found === undefined) throw new NotSealable(`no object ${id}`)
  return found
}

const contentsPlace = '/Contents <'
/** As wide as any range that a PDF of ours has. */
const rangeWidth = 42

/**
 * The PDF with a place for a signature of at most so many bytes, added at its end (incremental update), so that what stood
 * there stays byte for byte and its tags with it. The field is hidden: it draws nothing, and needs no tag (PDF/UA 7.18.1).
 */
export function withPlace(pdf: Uint8Array, { name, at }: SignatureFacts, mostBytes: number): Buffer {
  const old = standing(pdf)
  const root = referenceIn(old.trailer, 'Root')
  const catalog = dictionary(old, root)
  const page = firstPage(old, referenceIn(catalog, 'Pages'))
  const onPage = dictionary(old, page)
  if (catalog.includes('/AcroForm') || onPage.includes('/Annots')) throw new NotSealable('it has fields already')
  const size = Number(/\/Size (\d+)/.exec(old.trailer)?.[1] ?? Number.NaN)
  const [field, signature] = [size, size + 1]
  const tabs = onPage.includes('/Tabs') ? '' : '/Tabs /S'
  const objects: readonly (readonly [id: number, body: string])[] = [
    [root, `${catalog.trimEnd()}\n/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`],
    [page, `${onPage.trimEnd()}\n/Annots [${field} 0 R] ${tabs}`],
    [
      field,
      `/Type /Annot /Subtype /Widget /FT /Sig /T ${utf16('电子签章')} /TU ${utf16(`${name}的电子签章`)} /V ${signature} 0 R /P ${page} 0 R /Rect [0 0 0 0] /F 130`,
    ],
    [
      signature,
      `/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${utf16(name)} /M (${written(at)})\n/ByteRange [${' '.repeat(rangeWidth)}]\n${contentsPlace}${'0'.repeat(mostBytes * 2)}>`,
    ],
  ]
  return Buffer.from(appended(old, objects, size + 2), 'latin1')
}

function firstPage(old: Standing, pages: number): number {
  const node = dictionary(old, pages)
  const first = Number(/\/Kids \[(\d+) 0 R/.exec(node)?.[1] ?? Number.NaN)
  return dictionary(old, first).includes('/Kids') ? firstPage(old, first) : first
}

function appended(old: Standing, objects: readonly (readonly [number, string])[], size: number): string {
  let text = old.text.endsWith('\n') ? old.text : `${old.text}\n`
  const rows = new Map<number, string>()
  for (const [id, body] of objects) {
    rows.set(id, `${String(text.length).padStart(10, '0')} 00000 n \n`)
    text += `${id} 0 obj\n<<${body}\n>>\nendobj\n`
  }
  const table = [...rows].sort(([a], [b]) => a - b).map(([id, row]) => `${id} 1\n${row}`)
  const startxref = text.length
  const trailer = old.trailer.replace(/\/Size \d+/, `/Size ${size}`).trimEnd()
  return `${text}xref\n${table.join('')}trailer\n<<${trailer}\n/Prev ${old.startxref}\n>>\nstartxref\n${startxref}\n%%EOF\n`
}

interface Gap {
  readonly from: number
  readonly to: number
}

/** The signature's own place: everything outside of it is signed. */
function gapIn(pdf: Buffer): Gap {
  const from = pdf.lastIndexOf(contentsPlace, undefined, 'latin1') + contentsPlace.length - 1
  const to = pdf.indexOf('>', from, 'latin1') + 1
  return { from, to }
}

export const around = (pdf: Buffer, { from, to }: Gap): Buffer =>
  Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)])

/** Says in the PDF what is signed of it, and has it signed. */
export function fill(pdf: Buffer, sign: (signed: Buffer) => Buffer): Buffer {
  const gap = gapIn(pdf)
  const range = `0 ${gap.from} ${gap.to} ${pdf.length - gap.to}`.padEnd(rangeWidth)
  const at = pdf.lastIndexOf('/ByteRange [', gap.from, 'latin1') + '/ByteRange ['.length
  const filled = Buffer.from(pdf)
  filled.write(range, at, 'latin1')
  const hex = sign(around(filled, gap)).toString('hex')
  if (hex.length > gap.to - gap.from - 2) throw new NotSealable('the signature is larger than its place')
  filled.write(hex, gap.from + 1, 'latin1')
  return filled
}

/** A signature as it stands in a PDF. */
export interface FoundSignature {
  readonly signed: Buffer
  readonly cms: Buffer
  /** When it was made, by the clock of who made it: 2026-11-24 10:30:00. */
  readonly at: string
  /** Whether it covers the whole file: nothing was added behind it. */
  readonly isWhole: boolean
}

/** The last signature in a PDF; undefined where there is none. */
export function findSignature(bytes: Uint8Array): FoundSignature | undefined {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = pdf.toString('latin1')
  const last = [...text.matchAll(/\/ByteRange \[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/g)].at(-1)
  if (!last) return undefined
  const [start, from, to, rest] = last.slice(1).map(Number) as [number, number, number, number]
  const hex = /^<([0-9a-fA-F]*)>$/.exec(text.slice(from, to))?.[1] ?? ''
  const made = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(
    text.slice(Math.max(0, last.index - 600), last.index),
  )
  const [, year, month, day, hour, minute, second] = made ?? []
  return {
    signed: Buffer.concat([pdf.subarray(start, start + from), pdf.subarray(to, to + rest)]),
    cms: Buffer.from(hex, 'hex'),
    at: made ? `${year}-${month}-${day} ${hour}:${minute}:${second}` : '',
    isWhole: start === 0 && hex !== '' && to + rest === pdf.length,
  }
}
