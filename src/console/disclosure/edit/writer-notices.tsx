import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { timeOfDayAt } from '../../../days/plain-date.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { HeldBack } from '../review/held-back.tsx'
import { Returned } from '../review/returned.tsx'
import { useIsReviewer, writingCosts } from '../review/use-go-writing.tsx'
import type { Keeper } from './keeper.ts'
import { useKept } from './use-keeper.ts'

/** What the writer should know before going on: others at work, a newer text, words brought back, a return. */
export function WriterNotices({ view, keeper, isRestored }: WriterNoticesProps) {
  const { keeping, revision } = useKept(keeper)
  const isReviewer = useIsReviewer(view)
  const others = view.alsoEditing.map(({ name, savedAt }) => `${name}（${timeOfDayAt(savedAt)}保存过）`)
  const isOlder = keeping.state === 'kept' && view.revision > revision
  const by = view.revisions.find((each) => each.revision === view.revision)
  return (
    <>
      <Returned view={view} />
      <HeldBack view={view} />
      {view.status !== 'drafting' || isReviewer ? (
        <Notice type="warning">
          {view.status === 'drafting' ? null : '正在修改审核中的文本：改动一个字，已有的签名就全部失效，须重新送审。'}
          {isReviewer ? writingCosts : null}
        </Notice>
      ) : null}
      {isRestored ? <Notice type="info">已找回您上次在这台电脑上没有存到服务器的文字。</Notice> : null}
      {others.length > 0 ? (
        <Notice type="info">
          {others.join('、')}
          也在修改这一版。两人同时改时不会互相覆盖：改在不同段落的合在一起，改了同一段的请后保存的人选定。
        </Notice>
      ) : null}
      {isOlder ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          role="status"
          title={`${by?.savedName ?? '他人'}保存了第${view.revision}稿，您看到的是第${revision}稿。`}
          action={
            <Button size="small" onClick={() => keeper.adopt(view)}>
              换成新的一稿
            </Button>
          }
        />
      ) : null}
    </>
  )
}

interface WriterNoticesProps {
  readonly view: RecordView
  readonly keeper: Keeper
  /** Words that had not reached the server were found on this machine. */
  readonly isRestored: boolean
}

const Notice = ({ type, children }: { type: 'info' | 'warning'; children: ReactNode }) => (
  <Alert className="gap-below" type={type} showIcon role="status" title={children} />
)
