const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** Where a line of text ends in Word, Excel and OFD. */
const lineEnd = /<\/(?:w:p|si|is|(?:ofd:)?TextObject)>|<w:br\b[^>]*>/g

/** The text of an XML part, a paragraph or a cell a line. Markup is cut out and not understood: this is only searched. */
export function textOfXml(content: Buffer): string {
  return decode(content)
    .replace(lineEnd, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]{1,6}|\w{2,4});/gi, (whole, name: string) => entities[name] ?? numbered(name) ?? whole)
}

const decode = (content: Buffer): string =>
  new TextDecoder(content[0] === 0xff ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(content)

function numbered(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
