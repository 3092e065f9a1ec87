const encode = (text: string) => new TextEncoder().encode(text)
const hex = (code: number) => code.toString(16).padStart(4, '0')

const wide = '1 begincodespacerange <0000> <ffff> endcodespacerange'
/** Codes that are Unicode already, and that stand for themselves. */
const unicodeCodes = encode(`${wide} 1 begincidrange <0000> <ffff> 0 endcidrange`)
const unicodeWords = encode(`${wide} 1 beginbfrange <0000> <ffff> <0000> endbfrange`)

const gbkSpaces = '2 begincodespacerange <00> <80> <8140> <feff> endcodespacerange'
const gbkCodes = encode(`${gbkSpaces} 2 begincidrange <00> <80> 0 <8140> <feff> 33088 endcidrange`)

function gbkWords(): Uint8Array {
  const reader = new TextDecoder('gb18030')
  const lines = ['1 beginbfrange <0000> <0080> <0000> endbfrange', '24066 beginbfchar']
  for (let ahead = 0x81; ahead <= 0xfe; ahead += 1)
    for (let behind = 0x40; behind <= 0xfe; behind += 1) {
      const sign = reader.decode(Uint8Array.of(ahead, behind))
      if (sign.length === 1 && sign !== '\ufffd')
        lines.push(`<${hex(ahead * 256 + behind)}> <${hex(sign.charCodeAt(0))}>`)
    }
  return encode(`${wide} ${lines.join('\n')} endbfchar`)
}

/**
 * Reads the words of a font that is not embedded but written in Unicode or GBK, as Chinese printers' drivers do. The reader
 * asks for two tables of Adobe's: from codes to the signs of a collection, and from these to Unicode. Only the way through
 * both counts, so the first may leave every code as it is.
 */
export function characterMaps(): (name: string) => Uint8Array {
  let isGbk = false
  return (name) => {
    if (/^GB(?:K|pc)?[\w-]*EUC|^GBK2K|^GBKp/.test(name)) {
      isGbk = true
      return gbkCodes
    }
    if (/^Uni\w+-(?:UCS2|UTF16)/.test(name)) return unicodeCodes
    if (/^Adobe-\w+-UCS2$/.test(name)) return isGbk ? gbkWords() : unicodeWords
    throw new Error('no such table')
  }
}
