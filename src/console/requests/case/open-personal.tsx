import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Radio, Space } from 'antd'
import { useId, useState } from 'react'
import { useDraft } from '../../drafts.ts'
import { counted } from '../../fields/counted.ts'

/** Asks why before what is masked of a person is shown in clear; the reason is recorded. */
export function OpenPersonal<Opened>(props: OpenPersonalProps<Opened>) {
  const { about, title, lead, reasons, open, onOpened, onClose } = props
  const [typed, keep, forget] = useDraft<TypedReason>(`open-personal.${about}`, { reason: reasons[0] ?? '', words: '' })
  const [isOpen, setOpen] = useState(true)
  const said = typed.reason === other ? typed.words.trim() : typed.reason
  const opening = useMutation({
    mutationFn: () => open(said),
    onSuccess: (opened) => {
      forget()
      onOpened(opened)
      setOpen(false)
    },
  })
  return (
    <Modal
      open={isOpen}
      title={title}
      okText="查看"
      cancelText="关闭（保留已填内容）"
      okButtonProps={{ disabled: said === '', loading: opening.isPending }}
      onOk={() => opening.mutate()}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
    >
      <Form layout="vertical">
        <p className="gap-below">{lead}请写明查看的理由，您的姓名、时间和理由将记入审计日志。</p>
        {opening.error ? (
          <Alert className="gap-below" type="error" showIcon title={opening.error.message} role="alert" />
        ) : null}
        <ReasonFields reasons={reasons} typed={typed} onType={keep} />
      </Form>
    </Modal>
  )
}

interface OpenPersonalProps<Opened> {
  /** Whose data: the reason that was typed for it stays when the dialog is closed. */
  readonly about: string
  readonly title: string
  /** What is masked, in a sentence. */
  readonly lead: string
  readonly reasons: readonly string[]
  readonly open: (reason: string) => Promise<Opened>
  readonly onOpened: (opened: Opened) => void
  readonly onClose: () => void
}

const other = '其他'

interface TypedReason {
  readonly reason: string
  /** The reason in one's own words, where none of the usual ones is it. */
  readonly words: string
}

function ReasonFields({ reasons, typed: { reason, words }, onType }: ReasonFieldsProps) {
  const [isChosen, setChosen] = useState(false)
  const wordsId = useId()
  return (
    <>
      <Form.Item label="查看的理由">
        <Radio.Group
          aria-label="查看的理由"
          value={reason}
          onChange={({ target }) => {
            setChosen(true)
            onType({ reason: target.value, words })
          }}
        >
          <Space orientation="vertical">
            {[...reasons, other].map((each) => (
              <Radio key={each} value={each}>
                {each}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      {reason === other ? (
        <Form.Item label="请写明" htmlFor={wordsId}>
          <Input
            id={wordsId}
            // A field that takes the focus as the dialog opens would hide from it where to give the focus back.
            autoFocus={isChosen}
            value={words}
            onChange={({ target }) => onType({ reason, words: target.value })}
            {...counted(200)}
          />
        </Form.Item>
      ) : null}
    </>
  )
}

interface ReasonFieldsProps {
  readonly reasons: readonly string[]
  readonly typed: TypedReason
  readonly onType: (typed: TypedReason) => void
}
