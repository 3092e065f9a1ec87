import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type CommentItem, openComments } from '../../../disclosure/comment.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { officeTime } from '../../words.ts'
import { Place, placeId } from '../place.tsx'
import { editionKey, records } from '../records-api.ts'
import type { Commenting } from './commenting.tsx'

/** Where on the page a comment stands. */
export const commentPlace = ({ id }: Pick<CommentItem, 'id'>): string => `comment:${id}`

/** 批注 on the edition, in the order of the text; the resolved are folded. Each leads to its paragraph. */
export function CommentsPanel({ view, commenting }: { view: RecordView; commenting: Commenting }) {
  const { ask, answer, dialog } = commenting
  const client = useQueryClient()
  const resolve = useMutation({
    mutationFn: ({ id, isResolved }: { id: string; isResolved: boolean }) =>
      records.resolveComment(view, id, isResolved),
    onSuccess: () => client.invalidateQueries({ queryKey: editionKey(view) }),
  })
  const open = openComments(view.comments)
  const closed = view.comments.filter(({ resolved }) => resolved !== null)
  if (view.comments.length === 0 && ask === undefined) return null
  const list = (items: readonly CommentItem[]) => (
    <ul>
      {items.map((comment) => (
        <li key={comment.id} id={placeId(commentPlace(comment))} tabIndex={-1}>
          <Comment comment={comment} />
          <span className="row">
            {ask && comment.resolved === null ? (
              <Button size="small" onClick={() => answer(comment)}>
                回复
              </Button>
            ) : null}
            {comment.mayResolve ? (
              <Button
                size="small"
                loading={resolve.isPending}
                onClick={() => resolve.mutate({ id: comment.id, isResolved: comment.resolved === null })}
              >
                {comment.resolved ? '重新提出' : '办结'}
              </Button>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <Panel
      title="批注"
      count={open.length}
      printed={false}
      extra={
        ask ? (
          <Button size="small" onClick={() => ask(null)}>
            写批注
          </Button>
        ) : null
      }
    >
      {view.comments.length === 0 ? (
        <p className="quiet">
          还没有批注。对某一段有疑问、建议，又不必退回的，写在这里，本机关办理的人都看得到，不会公开。
        </p>
      ) : null}
      {resolve.error ? <Alert type="error" showIcon role="alert" title={resolve.error.message} /> : null}
      {open.length > 0 ? <div className="findings">{list(open)}</div> : null}
      {closed.length > 0 ? (
        <details className="findings">
          <summary>已办结的批注（{closed.length}）</summary>
          {list(closed)}
        </details>
      ) : null}
      {dialog}
    </Panel>
  )
}

function Comment({ comment: { paragraph, quoted, words, name, at, answers, resolved } }: { comment: CommentItem }) {
  return (
    <>
      {paragraph === null ? null : <Place place={`text:${paragraph}`}>正文第{paragraph + 1}段</Place>}
      {paragraph === null ? (
        <span className="quiet">
          {resolved ? '针对：' : '所批注的段落已经删去：'}
          <q>{quoted.slice(0, 60)}</q>
        </span>
      ) : null}
      <span className="typed-words">{words}</span>
      <span className="quiet">
        {name}，{officeTime(at)}
      </span>
      {answers.map((answer) => (
        <span key={`${answer.at} ${answer.name}`} className="comment-answer">
          <span className="typed-words">{answer.words}</span>
          <span className="quiet">
            {answer.name}回复，{officeTime(answer.at)}
          </span>
        </span>
      ))}
      {resolved ? (
        <span className="quiet">
          {resolved.name}于{officeTime(resolved.at)}办结
        </span>
      ) : null}
    </>
  )
}

/** How many comments are open, and the way to them; nothing where none is. */
export function OpenComments({ view }: { view: RecordView }) {
  const open = openComments(view.comments)
  return open[0] ? <Place place={commentPlace(open[0])}>{open.length}条批注没有办结</Place> : null
}
