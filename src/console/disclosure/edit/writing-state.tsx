import type { Finding, Severity } from '../../../disclosure/gates/finding.ts'
import { wordCount } from '../../../text/word-count.ts'
import type { Keeper, Keeping } from './keeper.ts'
import { useKept } from './use-keeper.ts'

const words: Readonly<Record<Keeping['state'], string>> = {
  kept: '✓ 已保存',
  typed: '正在编辑',
  sending: '正在保存…',
  waiting: '■ 还没有存到服务器',
  refused: '■ 没有保存',
  overtaken: '■ 与他人的修改冲突',
}
const marks: readonly (readonly [Severity, string, string])[] = [
  ['block', '■', '处须改正'],
  ['confirm', '▲', '处须说明'],
  ['hint', '○', '处提示'],
]

/** Stays in sight above a long text: whether it is saved, what the checks found in the saved one, and its length. */
export function WritingState({ keeper, findings }: { keeper: Keeper; findings: readonly Finding[] }) {
  const { keeping, content } = useKept(keeper)
  return (
    <div className="row writing-state">
      <span className="keeping-short" data-state={keeping.state}>
        {words[keeping.state]}
      </span>
      <button type="button" className="place" onClick={showFindings}>
        检查：
        {findings.length === 0
          ? '没有发现问题'
          : marks
              .map(([severity, mark, what]) => [
                mark,
                findings.filter((each) => each.severity === severity).length,
                what,
              ])
              .filter(([, count]) => count !== 0)
              .map((each) => each.join(''))
              .join(' ')}
      </button>
      <span className="quiet">{wordCount(content.text)}字</span>
    </div>
  )
}

/** The first finding has the keyboard next. */
function showFindings(): void {
  const panel = document.getElementById('findings')
  panel?.scrollIntoView({ block: 'center' })
  panel?.querySelector('button')?.focus({ preventScroll: true })
}
