/** Strict UTF-8 or GB 18030 without control characters; undefined for what is no text. */
export function plainText(data: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(data)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text does not have
      return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text
    } catch {}
  }
  return undefined
}
