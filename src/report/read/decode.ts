import iconv from 'iconv-lite'

const metaCharset = /charset\s*=\s*["']?\s*([\w-]{2,20})/i

/** Text from bytes: by its mark, by the charset an HTML page names, as UTF-8 where it is, else as GB18030. */
export function decodeText(bytes: Uint8Array, isHtml: boolean): string {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return iconv.decode(Buffer.from(bytes), 'utf-16be', { stripBOM: true })
  const strict = asUtf8(bytes)
  if (strict !== undefined) return withoutMark(strict)
  const wide = wideEncoding(bytes)
  if (wide) return iconv.decode(Buffer.from(bytes), wide)
  if (isHtml) {
    const named = metaCharset.exec(iconv.decode(Buffer.from(bytes.subarray(0, 4096)), 'latin1'))?.[1]
    if (named && iconv.encodingExists(named) && !/utf-?8/i.test(named)) {
      return iconv.decode(Buffer.from(bytes), /^gb/i.test(named) ? 'gb18030' : named)
    }
  }
  return iconv.decode(Buffer.from(bytes), 'gb18030')
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text)

/** UTF-8, allowing for a last character that is cut in two. */
function asUtf8(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, 4096).includes(0)) return undefined
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut += 1) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {}
  }
  return undefined
}

/** UTF-16 without a mark: its line breaks hold zeros, and read that way nearly all of it is Chinese or ASCII. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096))
  if (!head.includes(0)) return undefined
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = iconv.decode(head.subarray(0, head.length - (head.length % 2)), encoding)
    const known =
      text.match(/[\t\n\r\x20-\x7e\u00a0\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0
    const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
    return known > text.length * 0.95 && chinese > text.length * 0.05
  })
}
