import { isUtf8 } from 'node:buffer'

/** RFC 6266: always a download, under the given name; `plainName` is for programs that read ASCII only. */
export const contentDisposition = (name: string, plainName = asciiName(name)): string =>
  `attachment; filename="${plainName}"; filename*=UTF-8''${extendedValue(name)}`

/** A file from people is handed out to be kept, never to be shown as a page of ours, and no cache keeps it. */
export const downloadHeaders = (file: {
  readonly name: string
  readonly contentType: string
  readonly bytes?: Uint8Array
}) => ({
  'cache-control': 'no-store',
  'content-type': typeWithCharset(file),
  'content-disposition': contentDisposition(file.name),
  'content-security-policy': "default-src 'none'; sandbox",
})

/** A text says in which charset it is written: nobody else knows it, and a browser would guess. */
export function typeWithCharset({ contentType, bytes }: { readonly contentType: string; readonly bytes?: Uint8Array }) {
  if (!contentType.startsWith('text/') || !bytes) return contentType
  return `${contentType}; charset=${isUtf8(bytes) ? 'utf-8' : 'gb18030'}`
}

/** RFC 8187: percent-encoded, also where encodeURIComponent is lenient. */
const extendedValue = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** `申请表 2.docx` becomes `2.docx`, `申请表.docx` becomes `download.docx`. */
function asciiName(name: string): string {
  const [ending = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? []
  const stem = name.slice(0, name.length - ending.length).replace(/[^A-Za-z0-9._-]+/g, '')
  return `${stem.replace(/^[._-]+/, '') || 'download'}${ending}`
}
