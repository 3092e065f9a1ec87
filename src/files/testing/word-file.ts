import { writeZip } from '../zip/write-zip.ts'

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`

/** A Word document written by hand, as no library writes it: `body` is WordprocessingML. */
export function wordFile(body: string, parts: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`
  const all = { '[Content_Types].xml': types, '_rels/.rels': relationships, 'word/document.xml': document, ...parts }
  return writeZip(Object.entries(all).map(([name, content]) => ({ name, content: Buffer.from(content) })))
}

/** A paragraph of these runs. */
export const wordParagraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`

/** Words with properties, such as `<w:vanish/>`. */
export const wordRun = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A JPEG that says where it was taken, when `isPlaced`; otherwise one with nothing but its size. */
export function photo(isPlaced: boolean): Buffer {
  const gps = [0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]
  const tiff = Buffer.from([
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    ...gps,
    0,
    0,
    0,
    0,
    // The GPS directory: GPSLatitude.
    1,
    0,
    2,
    0,
    5,
    0,
    3,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(isPlaced ? [Buffer.from([0xff, 0xe1]), length, exif] : []),
    frame,
    Buffer.from([0xff, 0xd9]),
  ])
}
