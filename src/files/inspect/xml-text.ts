const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** Where a line of text ends in Word, Excel and OFD. */
const lineEnd = /^<(?:\/(?:w:p|si|is|(?:ofd:)?TextObject)>|w:br\b)/
const longestName = 40

/** The text of an XML part, a paragraph or a cell a line. Markup is cut out and not understood: this is only searched. */
export function textOfXml(content: Buffer): string {
  return withoutTags(decode(content)).replace(
    /&(#x?[0-9a-f]{1,6}|\w{2,4});/gi,
    (whole, name: string) => entities[name] ?? numbered(name) ?? whole,
  )
}

/** By hand, since a pattern searches the rest of the text for the end of each sign that begins no tag. */
function withoutTags(xml: string): string {
  const pieces: string[] = []
  let from = 0
  for (;;) {
    const at = xml.indexOf('<', from)
    const end = at < 0 ? -1 : xml.indexOf('>', at)
    if (end < 0) break
    pieces.push(xml.slice(from, at))
    if (lineEnd.test(xml.slice(at, Math.min(end + 1, at + longestName)))) pieces.push('\n')
    from = end + 1
  }
  return pieces.join('') + xml.slice(from)
}

const decode = (content: Buffer): string =>
  new TextDecoder(content[0] === 0xff ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(content)

function numbered(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
