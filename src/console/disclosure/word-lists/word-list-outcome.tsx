import { Alert } from 'antd'
import type { ListedWord } from '../../../disclosure/gates/word-finder.ts'
import { type WordListPreview, wordKinds, wordSeverities } from '../../../disclosure/word-list.ts'

interface OutcomeProps {
  readonly name: string
  readonly file: string
  readonly preview: WordListPreview
}

/** What a file would do to the list of that name, or what is wrong in which of its rows. */
export function WordListOutcome({ name, file, preview: { changes, count, problems, isKnown } }: OutcomeProps) {
  if (!changes) return <Wrong count={count} problems={problems} />
  const { counts, unchanged } = changes
  const sum = `新增${counts.added}个，改动${counts.changed}个，去掉${counts.removed}个，不变${unchanged}个`
  return (
    <>
      <Alert
        type={counts.removed > 0 ? 'warning' : 'info'}
        showIcon
        title={isKnown ? `“${name}”将按${file}整张替换：${sum}` : `将建立词表“${name}”：新增${counts.added}个`}
        description="还没有导入，请看过下面的内容后确认。"
      />
      <Words title="新增" words={changes.added} count={counts.added} />
      <Words title="改动" words={changes.changed} count={counts.changed} />
      <Words title="去掉" words={changes.removed} count={counts.removed} />
    </>
  )
}

function Words({ title, words, count }: { title: string; words: readonly ListedWord[]; count: number }) {
  if (count === 0) return null
  return (
    <details className="gap-above import-words" open={title !== '新增' || count <= 10}>
      <summary>
        {title}
        <span className="quiet count">{count}</span>
      </summary>
      <ul>
        {words.map(({ word, kind, suggestion, severity }) => (
          <li key={word}>
            <strong>{word}</strong>
            {suggestion ? ` → ${suggestion}` : ''}{' '}
            <span className="quiet">
              {wordKinds[kind]} · {wordSeverities[severity]}
            </span>
          </li>
        ))}
      </ul>
      {count > words.length ? <p className="quiet">只列出前{words.length}个。</p> : null}
    </details>
  )
}

function Wrong({ count, problems }: Pick<WordListPreview, 'count' | 'problems'>) {
  return (
    <>
      <Alert type="error" showIcon title={`共${count}处错误，全部没有导入。请改正后重新选择文件。`} />
      <div className="gap-above import-problems">
        <table className="plain-table">
          <caption className="read-only-text">文件中的错误</caption>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">问题</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, message }) => (
              <tr key={`${row} ${message}`}>
                <td>第{row}行</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > problems.length ? <p className="quiet">只列出前{problems.length}处。</p> : null}
    </>
  )
}
