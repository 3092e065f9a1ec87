import { createHash } from 'node:crypto'
import type { Asker } from '../apart/asker.ts'
import { hashInPieces } from '../db/in-pieces.ts'
import { type Refusal, refusals } from '../refusal.ts'
import type { AcceptedFile } from './accepted-file.ts'
import { findMarkInName } from './classified-mark.ts'
import { countPixels } from './image-size.ts'
import { inspectApart } from './inspect/apart.ts'
import { look } from './inspect/look.ts'
import { plainText } from './inspect/plain-text.ts'
import type { Fault, Verdict } from './inspect/verdict.ts'
import { isImage, type Kind, kinds } from './kinds.ts'
import { endingOf, safeName } from './name.ts'

export const maxFileBytes = 20 * 1024 * 1024
const maxPixels = 50_000_000
/** Is read sooner than it has gone to a process and back. */
const shortText = 64 * 1024
const testVirus = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/**
 * Takes a file in, or refuses it with the reason. Nothing of it is believed, neither its name nor the type it came with.
 * 保守国家秘密法 art. 31(3): a system that is not for state secrets must not store one, so a classified mark is refused.
 * Refused as busy, a file may be sent again: `asker` says in whose turn it is looked into.
 */
export async function acceptFile(name: string, bytes: Uint8Array, asker: Asker = 'office'): Promise<AcceptedFile> {
  const safe = safeName(name)
  if (bytes.length === 0) throw refusals.emptyFile(safe)
  if (bytes.length > maxFileBytes) throw refusals.fileTooLarge(safe)
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.includes(testVirus)) throw refusals.unsafeFile(safe, '含有病毒（杀毒软件测试文件）')
  const mark = findMarkInName(safe)
  if (mark) throw refusals.classifiedFile(mark)

  const verdict = await examine(data, asker)
  if ('fault' in verdict) throw refusalOf(safe, verdict.fault)
  const { kind, mark: found } = verdict
  if (!kind) throw refusals.unsupportedFile(safe)
  const pixels = countPixels(kind, data)
  if (pixels !== undefined && pixels > maxPixels) throw refusals.imageTooLarge(safe)
  if (found) throw refusals.classifiedFile(found)
  return {
    name: withTrueEnding(safe, kind),
    contentType: kinds[kind].contentType,
    bytes,
    sha256: await hashInPieces(data),
  }
}

const examine = (data: Buffer, asker: Asker): Promise<Verdict> =>
  data.length <= shortText && plainText(data) !== undefined ? look(data) : inspectApart(data, asker)

/** A picture gets the ending of what it is, since programs save them under wrong ones; all others must agree. */
function withTrueEnding(name: string, kind: Kind): string {
  const { endings } = kinds[kind]
  const ending = endingOf(name)
  if (endings.some((each) => each === ending)) return name
  const ofImage = Object.values(kinds).some(
    (each) => each.contentType.startsWith('image/') && each.endings.some((one) => one === ending),
  )
  if (isImage(kind) && ofImage) return name.slice(0, -ending.length) + endings[0]
  if (ending === '' && kind !== 'txt') return name + endings[0]
  throw refusals.falseEnding(name, kinds[kind].label)
}

function refusalOf(name: string, fault: Fault): Refusal {
  if (fault === 'locked') return refusals.lockedFile(name)
  return refusals.unsafeFile(name, faults[fault])
}

const faults = {
  tooLarge: '内容过于复杂、展开后过大或内部文件过多，无法检查，请另存为普通文档后再试',
  broken: '已损坏或结构异常，请用办公软件打开后另存',
  path: '内部有指向外部位置的文件名或链接',
  macro: '含有宏或控件，请另存为不含宏的文档',
  outsideLink: '引用了外部模板或外部对象，请删除引用后另存',
  embedded: '内嵌了可执行的对象，请删除后另存',
  nested: '内部还有压缩包，无法检查，请把其中的文件逐个上传',
  doctype: '内部有不允许的文档类型声明',
  notPure: '不是单纯的图片，里面还有网页或者脚本的内容，请用看图软件打开后另存为新的图片',
} as const satisfies Record<Exclude<Fault, 'locked'>, string>

/** A document that the program itself has written: nothing in it is to be guarded against, and it may quote anything. */
export function ownDocument(name: string, contentType: string, bytes: Uint8Array): AcceptedFile {
  return { name: safeName(name), contentType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
