import { useQueryClient } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { CommentAnswer, type CommentItem, NewComment } from '../../../disclosure/comment.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { paragraphChoices } from '../paragraph-choices.ts'
import { editionKey, records } from '../records-api.ts'

export interface Commenting {
  /** Asks what is to be said of a paragraph; null: of which, is asked too. Undefined where nobody may comment any more. */
  readonly ask: ((paragraph: number | null) => void) | undefined
  readonly answer: (comment: CommentItem) => void
  readonly dialog: ReactNode
}

type Asked = { readonly of: number | null } | { readonly comment: CommentItem }

/** The dialogs in which a comment and an answer to one are written. */
export function useCommenting(view: RecordView): Commenting {
  const [asked, setAsked] = useState<Asked>()
  const client = useQueryClient()
  const reread = () => client.invalidateQueries({ queryKey: editionKey(view) })
  const close = () => setAsked(undefined)
  return {
    ask: view.whyNotComment === null ? (of) => setAsked({ of }) : undefined,
    answer: (comment) => setAsked({ comment }),
    dialog:
      asked === undefined ? null : 'of' in asked ? (
        <CommentDialog view={view} paragraph={asked.of} onSaved={reread} onClose={close} />
      ) : (
        <AnswerDialog view={view} comment={asked.comment} onSaved={reread} onClose={close} />
      ),
  }
}

interface DialogProps {
  readonly view: RecordView
  readonly onSaved: () => Promise<unknown>
  readonly onClose: () => void
}

function CommentDialog({ view, paragraph, onSaved, onClose }: DialogProps & { readonly paragraph: number | null }) {
  // Paragraphs are counted in the text that was there when the dialog was opened, whatever is saved meanwhile.
  const [{ revision, paragraphs }] = useState(view)
  return (
    <FormDialog
      title="批注"
      about={`${view.recordId} ${view.edition} ${paragraph ?? ''}`}
      action="写批注"
      schema={NewComment}
      initial={{ revision, paragraph, words: '' }}
      lead="只给本机关办理这条信息的人看，不是正文的一部分：不影响签名，不公开。"
      save={async (checked) => {
        await records.comment(view, NewComment.parse(checked))
        await onSaved()
      }}
      onClose={onClose}
    >
      <Form.Item name="paragraph" label="针对哪一段" required>
        <Select
          placeholder="选一段"
          showSearch={{ optionFilterProp: 'label' }}
          options={paragraphChoices(paragraphs)}
        />
      </Form.Item>
      <Form.Item name="words" label="批注" required>
        <TextField rows={4} max={1000} />
      </Form.Item>
    </FormDialog>
  )
}

function AnswerDialog({ view, comment, onSaved, onClose }: DialogProps & { readonly comment: CommentItem }) {
  return (
    <FormDialog
      title="回复批注"
      about={comment.id}
      action="回复"
      schema={CommentAnswer}
      initial={{ words: '' }}
      lead={`${comment.name}：${comment.words}`}
      save={async (checked) => {
        await records.answerComment(view, comment.id, CommentAnswer.parse(checked))
        await onSaved()
      }}
      onClose={onClose}
    >
      <Form.Item name="words" label="回复" required>
        <TextField rows={3} max={1000} />
      </Form.Item>
    </FormDialog>
  )
}
