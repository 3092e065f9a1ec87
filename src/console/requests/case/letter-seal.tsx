import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { SealCheck } from '../../../seals/seal.ts'
import { requests } from '../../api.ts'
import { holds, useMe } from '../../session/me.ts'
import { WholeDays } from '../../whole-days.tsx'
import { sealSentences } from './seal-words.ts'

interface LetterSealProps {
  readonly id: string
  readonly letter: CaseView['letters'][number]
}

/** How a letter is sealed: checked from its PDF, noted where it was set on paper, or still to be noted. */
export function LetterSeal({ id, letter }: LetterSealProps) {
  const { seal, label } = letter
  if (seal?.kind === 'electronic') return <InPdf id={id} letter={letter} />
  if (seal)
    return (
      <span className="letter-seal quiet">
        <WholeDays>{`已加盖印章 · ${seal.byName}${chineseDate(seal.on)}登记`}</WholeDays>
      </span>
    )
  return <ToBeNoted id={id} seq={letter.seq} name={label} />
}

function InPdf({ id, letter: { seq, label, seal } }: LetterSealProps) {
  const check = useMutation({ mutationFn: () => requests.checkSeal(id, seq) })
  return (
    <span className="letter-seal">
      <span className="quiet">
        <WholeDays>{`电子签章 · ${seal ? chineseDate(seal.on) : ''}`}</WholeDays>
      </span>
      <Button
        size="small"
        className="no-print"
        loading={check.isPending}
        onClick={() => check.mutate()}
        aria-label={`验证签章，${label}`}
      >
        验证签章
      </Button>
      {check.error ? <Alert type="error" showIcon role="alert" title={check.error.message} /> : null}
      {check.data ? <Checked check={check.data.check} /> : null}
    </span>
  )
}

function Checked({ check }: { check: SealCheck | 'none' | 'broken' }) {
  const { isGood, sentences } = sealSentences(check)
  const [first, ...rest] = sentences
  return (
    <span className="seal-check" role="status">
      <strong className={isGood ? 'seal-good' : 'seal-bad'}>
        {isGood ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />} {first}
      </strong>
      {rest.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </span>
  )
}

function ToBeNoted({ id, seq, name }: { id: string; seq: number; name: string }) {
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const note = useMutation({
    mutationFn: () => requests.noteSeal(id, seq),
    onSuccess: (view) => {
      client.setQueryData(['case', id], view)
      message.success('已登记加盖印章')
    },
    onError: (error) => message.error(error.message),
  })
  return (
    <span className="letter-seal">
      <span className="quiet">打印件还没有登记加盖印章</span>
      {holds(me, ['clerk']) ? (
        <Button
          size="small"
          className="no-print"
          loading={note.isPending}
          onClick={() => note.mutate()}
          aria-label={`已加盖印章，${name}`}
        >
          已加盖印章
        </Button>
      ) : null}
    </span>
  )
}
