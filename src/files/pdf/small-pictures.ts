/** The size that a picture gets through which something may be seen. */
export const softPicture = [1, 2] as const
const longestHead = 8_192

/**
 * The same PDF with pictures of one pixel: where they lie stays, and unpacking them, which may take minutes, falls away. No
 * byte moves, so that what points into the file still does. One through which something shows is two pixels high.
 */
export function withSmallPictures(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  for (let at = bytes.indexOf('/Image'); at >= 0; at = bytes.indexOf('/Image', at + 6)) {
    if (!/\/Subtype\s*$/.test(bytes.toString('latin1', Math.max(0, at - 20), at))) continue
    const begin = Math.max(0, at - longestHead)
    const ahead = bytes.subarray(begin, at).lastIndexOf(' obj')
    const behind = bytes.subarray(at, at + longestHead).indexOf('stream')
    if (ahead < 0 || behind < 0) continue
    const [from, to] = [begin + ahead, at + behind]
    const head = bytes.toString('latin1', from, to)
    changed.write(smallHead(head), from, to - from, 'latin1')
  }
  return changed
}

function smallHead(head: string): string {
  const isSoft = /\/(?:SMask(?:InData)?|Mask)\b/.test(head)
  const fill = (text: string, by: string) => (by.length <= text.length ? by.padEnd(text.length) : text)
  return head
    .replace(/\/SMask\b/g, '/SMusk')
    .replace(/\/SMaskInData\b/g, '/SMuskInData')
    .replace(/\/Mask\b/g, '/Musk')
    .replace(/\/Width\s{1,9}\d+(?:\s+\d+\s+R)?/, (text) => fill(text, `/Width ${softPicture[0]}`))
    .replace(/\/Height\s{1,9}\d+(?:\s+\d+\s+R)?/, (text) => fill(text, `/Height ${isSoft ? softPicture[1] : 1}`))
    .replace(/\/Filter\s{0,9}(?:\[[^\]]{0,200}\]|\/\w{1,30})/, (text) => fill(text, '/Filter/AHx'))
}
