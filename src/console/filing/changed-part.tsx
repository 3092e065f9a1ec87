import type { Figure } from '../../report/report.ts'
import type { RevisionChanges } from '../../report/revision-changes.ts'
import { notStatedWords } from '../../report/write/printed.ts'
import { Words } from '../disclosure/changes-list.tsx'

export const countOf = ({ cells, words }: RevisionChanges): number => (cells?.length ?? 0) + words.length

const shown = (value: Figure) => (value === null || value === '' ? notStatedWords : String(value))

/** What a report says otherwise than the one that was filed before it: figure by figure, word by word. */
export function ChangedPart({ changes }: { changes: RevisionChanges }) {
  const { cells, words } = changes
  return (
    <section className="panel" aria-label="与上次报送相比">
      {countOf(changes) === 0 && cells ? <p className="quiet">与上次报送的内容一样。</p> : null}
      {cells === null ? <p>两次报送的表格式样不同，不能逐格比较。</p> : null}
      {cells && cells.length > 0 ? (
        <div className="wide-table gap-below">
          <table className="plain-table">
            <caption>数字有{cells.length}处不同</caption>
            <thead>
              <tr>
                <th scope="col">位置</th>
                <th scope="col">上次报送</th>
                <th scope="col">这次报送</th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ name, before, after }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{shown(before)}</td>
                  <td className="number">{shown(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {words.length > 0 ? (
        <ul className="stacked gap-12">
          {words.map(({ label, words: changed }, at) => (
            // Two paragraphs may have come at the same place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${label} ${at}`}>
              {label}
              <Words words={changed} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
