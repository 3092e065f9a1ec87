import type { WordChange } from '../text/word-changes.ts'
import { each } from './each.ts'

/** Words set against each other; who hears the page is told in words what came and went. */
export const ChangedWords = ({ words }: { words: readonly WordChange[] }) =>
  each(words, ({ kind, text }) => {
    if (kind === 'same') return text
    return (
      <>
        <span className="unseen">{kind === 'added' ? '［增加：' : '［删去：'}</span>
        {kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
        <span className="unseen">］</span>
      </>
    )
  })

/** How changed words are shown, for who sees them. */
export const ChangedWordsKey = () => (
  <>
    <ins>加下划线的文字</ins>是后来增加的，<del>加删除线的文字</del>是后来去掉的。
  </>
)
