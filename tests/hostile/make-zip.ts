import { crc32, deflateRawSync } from 'node:zlib'
import { onlySign } from './only-sign.ts'

/** An entry as hostile-inputs.json describes it. */
export interface ZipEntrySpec {
  readonly name: string
  readonly text?: string
  readonly hex?: string
  readonly fill?: string
  readonly size?: number
  /** What the headers say instead of the true size. */
  readonly declaredSize?: number
  /** A zip in a zip in a zip …, with a large file innermost. */
  readonly nested?: number
  readonly leafSize?: number
  readonly symlinkTo?: string
  readonly encrypted?: boolean
  /** This many entries that all point at the data of the entry with that index (itself, as a rule). */
  readonly overlapOf?: number
  readonly count?: number
  /** `[Content_Types].xml` of a Word document. */
  readonly docx?: boolean
}

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

/** The zip itself, written by hand so that it can lie. */
export function makeZip(entries: readonly ZipEntrySpec[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const starts: number[] = []
  let at = 0
  for (const entry of entries) {
    const { local, packed, central } = records(entry)
    const times = entry.overlapOf === undefined ? 1 : (entry.count ?? 1)
    for (let time = 0; time < times; time += 1) {
      const isFirst = time === 0 && (entry.overlapOf ?? starts.length) === starts.length
      const start = isFirst ? at : (starts[entry.overlapOf ?? 0] ?? 0)
      starts.push(start)
      directory.push(central(start))
    }
    locals.push(local, packed)
    at += local.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(starts.length, 8)
  end.writeUInt16LE(starts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

function records(entry: ZipEntrySpec) {
  const { size, crc, packed } = packedOf(entry)
  const name = Buffer.from(entry.name)
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x0800 + (entry.encrypted ? 1 : 0), 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(entry.declaredSize ?? size, 18)
  head.writeUInt16LE(name.length, 22)
  const central = (start: number) => {
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(0x0314, 4)
    head.copy(record, 6)
    record.writeUInt32LE((entry.symlinkTo === undefined ? 0o100644 : 0o120777) * 0x10000, 38)
    record.writeUInt32LE(start, 42)
    return Buffer.concat([record, name])
  }
  return { local: Buffer.concat([Buffer.from('PK\x03\x04'), head, name]), packed, central }
}

function packedOf(entry: ZipEntrySpec) {
  if (isOnlySign(entry)) return onlySign(entry.fill ?? '\0', entry.size ?? 0)
  const content = contentOf(entry)
  return { size: content.length, crc: crc32(content), packed: deflateRawSync(content) }
}

const isOnlySign = ({ docx, nested = 0, hex, size = 0 }: ZipEntrySpec) =>
  !docx && nested === 0 && hex === undefined && size > 0

function contentOf({ text, hex, nested = 0, leafSize = 0, symlinkTo, docx }: ZipEntrySpec): Buffer {
  if (docx) return Buffer.from(contentTypes)
  if (nested > 1) return makeZip([{ name: `${nested - 1}.zip`, nested: nested - 1, leafSize }])
  if (nested === 1) return makeZip([{ name: 'leaf.bin', fill: '\0', size: leafSize }])
  if (hex !== undefined) return Buffer.from(hex, 'hex')
  return Buffer.from(symlinkTo ?? text ?? '')
}
