import type { PublicRecord } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'

export const recordForms = ['pdf', 'docx'] as const
export type RecordForm = (typeof recordForms)[number]

interface Matter {
  readonly organ: Organ
  readonly record: PublicRecord
  readonly files: ReadonlyMap<string, { readonly bytes: Buffer; readonly contentType: string }>
  readonly origin: string
}

/** The record as a file to keep. */
export async function writeRecord(_form: RecordForm, _matter: Matter): Promise<Uint8Array> {
  return new Uint8Array()
}
