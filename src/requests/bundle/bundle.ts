import { createHash } from 'node:crypto'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { writeZip } from '../../files/zip/write-zip.ts'

/** A paper of a case as it goes into the bundle. */
export interface Paper {
  /** The day of what it came with. */
  readonly on: PlainDate
  /** What it is: 答复书, 身份证明. */
  readonly what: string
  readonly name: string
  readonly bytes: Buffer
}

/** What the first page says of the case. */
export interface Cover {
  readonly organ: string
  readonly number: string
  /** Lines of a label and what is said of it, in their order. */
  readonly facts: readonly (readonly [label: string, words: string])[]
  readonly madeOn: PlainDate
  readonly madeBy: string
}

/** The names that the bundle's own two files have. */
export const catalogueName = '00 案卷目录.html'
export const checksumsName = 'SHA256SUMS'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Without what a file system reads as something else; long names end before their ending. */
function plainName(name: string): string {
  const clean = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_')
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? ''
  return `${clean.slice(0, clean.length - ending.length).slice(0, 80)}${ending}`
}

/**
 * One case, one file: a zip with a catalogue that any browser opens and prints, the papers in the order given, each by its number,
 * and the SHA-256 of every file (`sha256sum -c` reads it, `kaicheng archive verify` too). The same papers give the same bytes.
 */
export function bundleOf(cover: Cover, papers: readonly Paper[]): { readonly bytes: Buffer; readonly sums: string } {
  const numbered = papers.map((paper, at) => ({
    ...paper,
    file: `${String(at + 1).padStart(2, '0')} ${paper.on} ${plainName(paper.name)}`,
    sha256: hashOf(paper.bytes),
  }))
  const catalogue = Buffer.from(catalogueOf(cover, numbered))
  const files = [
    { name: catalogueName, content: catalogue },
    ...numbered.map(({ file, bytes }) => ({ name: file, content: bytes })),
  ]
  const sums = files.map(({ name, content }) => `${hashOf(content)}  ${name}\n`).join('')
  return {
    bytes: writeZip([...files, { name: checksumsName, content: Buffer.from(sums) }]),
    sums: hashOf(Buffer.from(sums)),
  }
}

interface Numbered extends Paper {
  readonly file: string
  readonly sha256: string
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const line = (cells: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${cell}</${tag}>`).join('')}</tr>`

const catalogueOf = (
  { organ, number, facts, madeOn, madeBy }: Cover,
  papers: readonly Numbered[],
): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(number)} 案卷目录</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.7 serif}table{width:100%;border-collapse:collapse}
th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top}.hash{font:12px/1.4 monospace;word-break:break-all}
dl{display:grid;grid-template-columns:8rem 1fr}dd{margin:0;white-space:pre-wrap}h1{text-align:center;font-size:1.5rem}</style></head>
<body><h1>${escaped(organ)}<br>政府信息公开申请案卷目录</h1>
<dl><dt>申请编号</dt><dd>${escaped(number)}</dd>${facts
  .map(([label, words]) => `<dt>${escaped(label)}</dt><dd>${escaped(words)}</dd>`)
  .join('')}</dl>
<table><thead>${line(['序号', '日期', '材料', '文件', '校验码（SHA-256）'], 'th')}</thead><tbody>
${papers
  .map(({ on, what, file, sha256 }, at) =>
    line([String(at + 1), chineseDate(on), escaped(what), escaped(file), `<span class="hash">${sha256}</span>`], 'td'),
  )
  .join('\n')}
</tbody></table>
<p>共${papers.length}份材料。${escaped(madeBy)}于${chineseDate(madeOn)}从本机关的政府信息公开工作平台导出；文件的校验码另列在 ${checksumsName} 中，可以据此核对有没有改动。</p>
</body></html>
`
