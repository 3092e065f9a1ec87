/** A file that may be kept and handed on: its name is safe, its type is by its content. */
export interface AcceptedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly sha256: string
}
