import { renderToStaticMarkup } from 'react-dom/server'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'

/** What the first page says of the case. */
export interface Cover {
  readonly organ: string
  /** What the list is: 政府信息公开申请案卷目录. */
  readonly title: string
  /** Lines of a label and what is said of it, in their order. */
  readonly facts: readonly (readonly [label: string, words: string])[]
  readonly madeOn: PlainDate
  readonly madeBy: string
}

/** A paper as the catalogue lists it. */
export interface ListedPaper {
  readonly on: PlainDate
  /** What it is: 答复书, 身份证明. */
  readonly what: string
  /** Its name in the bundle. */
  readonly file: string
  readonly sha256: string
  readonly proves?: string
}

const style = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.7 serif}table{width:100%;border-collapse:collapse}
th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top}.hash{font:12px/1.4 monospace;word-break:break-all}
dl{display:grid;grid-template-columns:8rem 1fr}dd{margin:0;white-space:pre-wrap}h1{text-align:center;font-size:1.5rem}`

/** The first page of a bundle: the case and its papers, for any browser and for print. It loads and runs nothing. */
export const catalogueOf = (cover: Cover, papers: readonly ListedPaper[], checksums: string): string =>
  `<!doctype html>${renderToStaticMarkup(<Catalogue {...cover} papers={papers} checksums={checksums} />)}`

type Props = Cover & { readonly papers: readonly ListedPaper[]; readonly checksums: string }

const Catalogue = ({ organ, title, facts, madeOn, madeBy, papers, checksums }: Props) => {
  const isEvidence = papers.some(({ proves }) => proves !== undefined)
  const heads = ['序号', '日期', '材料', ...(isEvidence ? ['证明内容'] : []), '文件', '校验码（SHA-256）']
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <title>{`${title}（${facts[0]?.[1] ?? organ}）`}</title>
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <style>{style}</style>
      </head>
      <body>
        <h1>
          {organ}
          <br />
          {title}
        </h1>
        <dl>
          {facts.flatMap(([label, words]) => [<dt key={`${label} label`}>{label}</dt>, <dd key={label}>{words}</dd>])}
        </dl>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {papers.map(({ on, what, file, sha256, proves }, at) => (
              <tr key={file}>
                <td>{at + 1}</td>
                <td>{chineseDate(on)}</td>
                <td>{what}</td>
                {isEvidence ? <td>{proves}</td> : null}
                <td>{file}</td>
                <td>
                  <span className="hash">{sha256}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          {`共${papers.length}份材料。${madeBy}于${chineseDate(madeOn)}从本机关的政府信息公开工作平台导出；文件的校验码另列在 ${checksums} 中，可以据此核对有没有改动。`}
        </p>
      </body>
    </html>
  )
}
