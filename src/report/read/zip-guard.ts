import { inspectZip } from '../../typesetting/zip-guard.ts'
import { Unreadable } from './reading.ts'

const reasons = {
  tooLarge: '文件解压后过大或内部文件过多，为安全起见不予读取，请另存为普通文档后再试',
  locked: '文件设有密码，请先取消密码再提交',
  broken: '文件已损坏，无法解压，请重新保存后再试',
} as const

/** Refuses an archive that must not be unpacked, in words for the reader of the finding. */
export function guardZip(bytes: Uint8Array): void {
  const verdict = inspectZip(bytes)
  if (verdict !== 'safe') throw new Unreadable(reasons[verdict])
}
