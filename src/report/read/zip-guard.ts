import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './reading.ts'

const maxEntries = 2000
const maxTotal = 64 * 1024 * 1024
const tooBig = '文件解压后过大或内部文件过多，为安全起见不予读取，请另存为普通文档后再试'
const damaged = '文件已损坏，无法解压，请重新保存后再试'

/**
 * Refuses archives that would expand beyond 64 MB or hold over 2000 files, and encrypted ones. Each file is really
 * inflated within the limit, since the sizes that an archive states may be untrue.
 */
export function guardZip(bytes: Uint8Array): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > data.length) throw new Unreadable(damaged)
  const entries = data.readUInt16LE(end + 10)
  if (entries > maxEntries) throw new Unreadable(tooBig)
  let at = data.readUInt32LE(end + 16)
  let total = 0
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) throw new Unreadable(damaged)
    if ((data.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('文件设有密码，请先取消密码再提交')
    total += inflatedSize(data, at, maxTotal - total)
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
}

function inflatedSize(data: Buffer, entry: number, allowed: number): number {
  const method = data.readUInt16LE(entry + 10)
  const packed = data.readUInt32LE(entry + 20)
  const stated = data.readUInt32LE(entry + 24)
  const local = data.readUInt32LE(entry + 42)
  if (stated > allowed || packed > allowed) throw new Unreadable(tooBig)
  if (local + 30 > data.length) throw new Unreadable(damaged)
  const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
  if (from + packed > data.length) throw new Unreadable(damaged)
  if (method === 0) return packed
  if (method !== 8) throw new Unreadable(damaged)
  try {
    return inflateRawSync(data.subarray(from, from + packed), { maxOutputLength: Math.max(1, allowed) }).length
  } catch (error) {
    throw new Unreadable(error instanceof RangeError ? tooBig : damaged)
  }
}
