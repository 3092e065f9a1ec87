import { expect, test } from 'vitest'
import { makeZip } from '../../../tests/hostile/make-zip.ts'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import { readZip } from './read-zip.ts'
import { writeZip } from './write-zip.ts'

const workbook = () => writeXlsx({ sheets: [{ name: '表', rows: [['甲', 1]] }] })

/** The workbook with a 32-bit field of its first directory entry changed. */
async function forged(offset: number, value: number): Promise<Uint8Array> {
  const bytes = await workbook()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  view.setUint32(view.getUint32(end + 16, true) + offset, value, true)
  return bytes
}

test('a workbook is safe', async () => expect(typeof (await readZip(await workbook()))).toBe('object'))

test('an entry that says it unpacks to 65 MB is too large', async () =>
  expect(await readZip(await forged(24, 65 * 1024 * 1024))).toBe('tooLarge'))

test('an entry that hides its size is broken', async () => {
  expect(await readZip(await forged(24, 0))).toBe('broken')
  expect(await readZip(await forged(24, 0xffffffff))).toBe('broken')
})

test('more than 2000 entries are too many', async () => {
  const bytes = await workbook()
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint16(bytes.length - 12, 2001, true)
  expect(await readZip(bytes)).toBe('tooLarge')
})

test('what is cut off or no zip at all is broken', async () => {
  expect(await readZip((await workbook()).slice(0, -30))).toBe('broken')
  expect(await readZip(new TextEncoder().encode('PK'))).toBe('broken')
})

const parts = [
  { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
  { name: '__proto__', content: Buffer.from('甲') },
]

test('what is written is read, whatever the parts are called, and what follows the end is nobody’s', async () => {
  for (const bytes of [writeZip(parts), Buffer.concat([writeZip(parts), Buffer.alloc(512)])]) {
    const entries = await readZip(bytes)
    expect(
      typeof entries === 'string' ? entries : entries.map(({ name, read }) => ({ name, content: read() })),
    ).toEqual(parts)
  }
  expect(writeZip(parts)).toEqual(writeZip(parts))
})

test('an entry with a password is locked, one whose two headers have two names is broken', async () => {
  expect(await readZip(makeZip([{ name: 'a.xml', encrypted: true }]))).toBe('locked')
  const other = writeZip(parts)
  other.write('X', other.indexOf('__proto__'))
  expect(await readZip(other)).toBe('broken')
})

/** Where the directory begins, by the last record. */
const directoryOf = (bytes: Buffer): number => bytes.readUInt32LE(bytes.length - 6)

test('a number of 64 bits is refused, also where it says the same as the plain one would', async () => {
  const content = Buffer.from('甲')
  const field = Buffer.alloc(12)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8, 2)
  field.writeBigUInt64LE(BigInt(content.length), 4)
  const plain = writeZip([{ name: 'a', content }])
  const at = directoryOf(plain)
  const record = Buffer.from(plain.subarray(at, at + 47))
  record.writeUInt16LE(field.length, 30)
  const bytes = Buffer.concat([plain.subarray(0, at), record, field, plain.subarray(at + 47)])
  expect(typeof (await readZip(bytes))).toBe('object')
  bytes.writeUInt32LE(0xffffffff, at + 24)
  expect(await readZip(bytes)).toBe('broken')
})

test('a second end that leads to another directory is refused', async () => {
  const one = writeZip([{ name: 'harmless', content: Buffer.from('a') }])
  const two = writeZip([{ name: 'harmful!', content: Buffer.from('b') }])
  const end = Buffer.alloc(56)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(1n, 32)
  end.writeBigUInt64LE(BigInt(directoryOf(two)), 48)
  const pointer = Buffer.alloc(20)
  pointer.writeUInt32LE(0x07064b50, 0)
  pointer.writeBigUInt64LE(BigInt(two.length + one.length - 22), 8)
  const last = Buffer.from(one.subarray(-22))
  last.writeUInt32LE(two.length + directoryOf(one), 16)
  const body = Buffer.from(one.subarray(0, -22))
  body.writeUInt32LE(two.length, directoryOf(one) + 42)
  expect(typeof (await readZip(Buffer.concat([two, body, last])))).toBe('object')
  expect(await readZip(Buffer.concat([two, body, end, pointer, last]))).toBe('broken')
})
