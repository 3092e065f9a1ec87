interface PdfPart {
  /** Behind the page's own entries, such as `/CropBox[0 0 100 100]`. */
  readonly page?: string
  readonly resources?: string
  /** From number 10 on, as `<</Type/XObject …>>` or with a stream. */
  readonly objects?: readonly string[]
  readonly catalogue?: string
  readonly info?: string
}

export const pdfStream = (dictionary: string, content: string): string =>
  `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`

/** Words as they are written in a font that is in Unicode and not embedded. */
export const pdfWords = (words: string): string =>
  `<${[...words].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}> Tj`

/** Words at a place, in points. */
export const pdfText = (words: string, { x = 60, y = 700, size = 14, more = '' } = {}): string =>
  `BT ${more} /F1 ${size} Tf ${x} ${y} Td ${pdfWords(words)} ET`

/** A PDF of one page written by hand; readers find its parts without a table of them. */
export function pdfFile(
  content: string,
  { page = '', resources = '', objects = [], catalogue = '', info = '' }: PdfPart = {},
): Buffer {
  const parts = [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>${page}>>`,
    pdfStream('', content),
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
    `<<${info}>>`,
  ]
  const numbered = [
    ...parts.map((part, index) => [index + 1, part] as const),
    ...objects.map((part, index) => [index + 10, part] as const),
  ]
  return Buffer.from(
    `%PDF-1.7\n${numbered.map(([number, part]) => `${number} 0 obj\n${part}\nendobj\n`).join('')}trailer\n<</Root 1 0 R/Info 8 0 R/Size 40>>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  )
}

/** A later version, as programs add one behind the end: these objects instead of the former, by their numbers. */
export const pdfUpdate = (file: Buffer, objects: Readonly<Record<number, string>>): Buffer =>
  Buffer.concat([
    file,
    Buffer.from(
      `${Object.entries(objects)
        .map(([number, part]) => `${number} 0 obj\n${part}\nendobj\n`)
        .join('')}trailer\n<</Root 1 0 R/Info 8 0 R/Size 40>>\nstartxref\n0\n%%EOF\n`,
      'latin1',
    ),
  ])
