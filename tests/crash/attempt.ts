import { createHash, randomUUID } from 'node:crypto'
import { multipartOf } from '../../src/portal/testing/forms.ts'
import { aFilledForm } from '../../src/requests/testing/a-submission.ts'

/** One thing that somebody asks for: it is sent until it is acknowledged. */
export interface Attempt {
  readonly organ: string
  readonly key: string
  /** Stands in the text asked for, and nowhere else. */
  readonly mark: string
  readonly address: string
  readonly payload: Buffer
  readonly contentType: string
  readonly fileHash: string | null
}

export interface Acknowledged {
  readonly number: string
  readonly code: string
  readonly tries: number
  /** From the first sending to the acknowledgement. */
  readonly waitedMs: number
  readonly lastSentAt: number
  /** When the acknowledgement had come. */
  readonly at: number
}

/** The `index`th thing asked for; every twentieth brings a file. */
export function anAttempt(organ: string, index: number): Attempt {
  const mark = `第${index}件 ${randomUUID()}`
  const key = randomUUID()
  const bytes = Buffer.from(`附件：${mark}`)
  const files = index % 20 === 0 ? [{ field: 'attachment', name: 'note.txt', bytes }] : []
  return {
    organ,
    key,
    mark,
    address: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    ...multipartOf({ key, ...aFilledForm({ content: `示例市统计年鉴 ${mark}` }) }, files),
    fileHash: files.length > 0 ? createHash('sha256').update(bytes).digest('hex') : null,
  }
}

/** The number and the code on the receipt; undefined when the page is none. */
export function readReceipt(page: string): { number: string; code: string } | undefined {
  const printed = (name: string) => new RegExp(`<dt>${name}</dt><dd[^>]*>([^<]+)</dd>`).exec(page)?.[1]
  const [number, code] = [printed('申请编号'), printed('查询码')]
  return number && code ? { number, code } : undefined
}
