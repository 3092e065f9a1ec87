import { closeSync, openSync, readSync } from 'node:fs'

/** One bit for each of Unicode's code points. */
export class CodePoints {
  readonly #bits = new Uint8Array(0x110000 / 8)

  add(first: number, last = first): void {
    for (let code = first; code <= last; code += 1)
      this.#bits[code >> 3] = (this.#bits[code >> 3] ?? 0) | (1 << (code & 7))
  }

  has(code: number): boolean {
    return ((this.#bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0
  }
}

/** Adds every code point that a .ttf, .otf or .ttc file maps to a glyph. A file that is no font adds nothing. */
export function addCodePointsOf(file: string, points: CodePoints): void {
  const opened = openSync(file, 'r')
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(opened, bytes, 0, length, at))
  }
  try {
    for (const start of fontStarts(read(0, 12 + 4 * 64))) {
      const table = cmapTable(read(start, 12 + 16 * 100))
      if (table) addMapped(read(table.at, table.length), points)
    }
  } catch (error) {
    // A font that breaks off in its tables is left to the typesetter to ignore.
    if (!(error instanceof RangeError)) throw error
  } finally {
    closeSync(opened)
  }
}

function fontStarts(head: Buffer): number[] {
  const tag = head.toString('latin1', 0, 4)
  if (tag === 'ttcf')
    return Array.from({ length: Math.min(64, head.readUInt32BE(8)) }, (_, font) => head.readUInt32BE(12 + 4 * font))
  return tag === 'OTTO' || tag === 'true' || tag === '\0\u0001\0\0' ? [0] : []
}

function cmapTable(directory: Buffer): { at: number; length: number } | undefined {
  const tables = directory.readUInt16BE(4)
  for (let entry = 12; entry < 12 + 16 * tables; entry += 16) {
    if (directory.toString('latin1', entry, entry + 4) !== 'cmap') continue
    return { at: directory.readUInt32BE(entry + 8), length: directory.readUInt32BE(entry + 12) }
  }
  return undefined
}

function addMapped(cmap: Buffer, points: CodePoints): void {
  const tables = cmap.readUInt16BE(2)
  for (let entry = 4; entry < 4 + 8 * tables; entry += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) addSegments(table, points)
    if (format === 12) addGroups(table, points)
  }
}

function addGroups(table: Buffer, points: CodePoints): void {
  const groups = table.readUInt32BE(12)
  for (let group = 16; group < 16 + 12 * groups; group += 12) {
    const first = table.readUInt32BE(group)
    // A group that begins with glyph 0 maps its first code to "no glyph".
    points.add(
      table.readUInt32BE(group + 8) === 0 ? first + 1 : first,
      Math.min(0x10ffff, table.readUInt32BE(group + 4)),
    )
  }
}

function addSegments(table: Buffer, points: CodePoints): void {
  const twice = table.readUInt16BE(6)
  for (let segment = 0; segment < twice; segment += 2) {
    const last = table.readUInt16BE(14 + segment)
    const first = table.readUInt16BE(16 + twice + segment)
    const delta = table.readUInt16BE(16 + 2 * twice + segment)
    const at = 16 + 3 * twice + segment
    const offset = table.readUInt16BE(at)
    for (let code = first; code <= Math.min(last, 0xfffe); code += 1) {
      const glyph = offset === 0 ? code + delta : table.readUInt16BE(at + offset + 2 * (code - first))
      if ((glyph & 0xffff) !== 0) points.add(code)
    }
  }
}
