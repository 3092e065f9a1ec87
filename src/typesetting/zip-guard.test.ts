import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { inspectZip } from './zip-guard.ts'

const workbook = () => writeXlsx({ sheets: [{ name: '表', rows: [['甲', 1]] }] })

/** The workbook with a 32-bit field of its first directory entry changed. */
async function forged(offset: number, value: number): Promise<Uint8Array> {
  const bytes = await workbook()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  view.setUint32(view.getUint32(end + 16, true) + offset, value, true)
  return bytes
}

test('a workbook is safe', async () => expect(inspectZip(await workbook())).toBe('safe'))

test('an entry that says it unpacks to 65 MB is too large', async () =>
  expect(inspectZip(await forged(24, 65 * 1024 * 1024))).toBe('tooLarge'))

test('an entry that hides its size is broken', async () => {
  expect(inspectZip(await forged(24, 0))).toBe('broken')
  expect(inspectZip(await forged(24, 0xffffffff))).toBe('broken')
})

test('more than 2000 entries are too many', async () => {
  const bytes = await workbook()
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint16(bytes.length - 12, 2001, true)
  expect(inspectZip(bytes)).toBe('tooLarge')
})

test('what is cut off or no zip at all is broken', async () => {
  expect(inspectZip((await workbook()).slice(0, -30))).toBe('broken')
  expect(inspectZip(new TextEncoder().encode('PK'))).toBe('broken')
})
