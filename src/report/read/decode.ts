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
  const wide = asBareUtf16(bytes)
  if (wide !== undefined) return wide
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

/** UTF-16 without a mark: every second byte of its line breaks, digits and spaces is zero. */
function asBareUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  head.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? (even += 1) : (odd += 1)
  })
  if (even + odd < head.length / 64 || Math.min(even, odd) > Math.max(even, odd) / 8) return undefined
  return iconv.decode(Buffer.from(bytes), odd > even ? 'utf-16le' : 'utf-16be')
}
