import { readZip, type ZipEntry } from '../../files/zip/read-zip.ts'
import { Unreadable } from './reading.ts'

const reasons = {
  tooLarge: '文件解压后过大或内部文件过多，为安全起见不予读取，请另存为普通文档后再试',
  locked: '文件设有密码，请先取消密码再提交',
  broken: '文件已损坏，无法解压，请重新保存后再试',
} as const

/** The entries of an archive; refuses one that must not be unpacked, in words for the reader of the finding. */
export async function openZip(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const entries = await readZip(bytes)
  if (typeof entries === 'string') throw new Unreadable(reasons[entries])
  return entries
}
