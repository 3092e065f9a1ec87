import { createHash } from 'node:crypto'
import { keyedCode } from './sealed.ts'

export interface PublishedKey {
  readonly organId: number
  readonly recordId: string
  readonly number: string
  readonly edition: number
  /** Of the signed text. */
  readonly hash: string
}

/** Says that the program itself let this text out under this number: a hash alone can be computed by anybody. */
export const publishedSeal = ({ organId, recordId, number, edition, hash }: PublishedKey): Buffer =>
  keyedCode('published record', JSON.stringify([organId, recordId, number, edition, hash]))

export interface CopiedRecord {
  readonly organId: number
  readonly recordId: string
  readonly form: string
  readonly edition: number
  readonly hash: string
  readonly print: string
}

/** Says that the program itself made these bytes of that text. */
export function copySeal({ organId, recordId, form, edition, hash, print }: CopiedRecord, bytes: Uint8Array): Buffer {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return keyedCode('record copy', JSON.stringify([organId, recordId, form, edition, hash, print, sha256]))
}

/** Says that the program itself published this revision of an annual report; `print` is what `annual_report_print` says of it. */
export const reportSeal = (print: string): Buffer => keyedCode('annual report', print)

/** Whether a revision, as it stands, bears the seal with which the program published it. */
export const bearsReportSeal = ({ print, seal }: { readonly print: string; readonly seal: Buffer | null }): boolean =>
  seal?.equals(reportSeal(print)) ?? false
