import { App, Button } from 'antd'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { holds, useMe } from '../../session/me.ts'

/** Whether whoever looks would review this: they hold one of its levels, or sign in somebody's place today. */
export function useIsReviewer({ levels, steps }: Pick<RecordView, 'levels' | 'steps'>): boolean {
  const isTurn = steps.some(({ name, why }) => name === 'sign' && why === null)
  const isHeld = holds(
    useMe(),
    levels.map(({ role }) => role),
  )
  return isTurn || isHeld
}

/** What a reviewer is told before typing, and while they do. */
export const writingCosts =
  '您改动的文字留在文本里时，您不能审核这份文本；逐字恢复原文后，仍可审核。只想提出改法的，请办理“退回修改”，在“建议改为”中写明，不影响您以后审核。'

/** Goes over to writing once told what a change costs: the signatures of others, and one's own right to sign. */
export function useGoWriting(view: RecordView, onEdit: () => void, onStep: (step: StepName) => void): () => void {
  const { modal } = App.useApp()
  const isReviewer = useIsReviewer(view)
  const mayReturn = view.steps.some(({ name, why }) => name === 'sendBack' && why === null)
  const signers = view.signatures.map(({ by }) => by.name).join('、')
  return () => {
    if (!signers && !isReviewer) return onEdit()
    const dialog = modal.confirm({
      title: signers ? '修改后已有的签名失效' : '修改后您不能审核这份文本',
      content: (
        <>
          {signers ? <p>改动一个字，{signers}的签名就全部失效，须重新送审、逐级审核。</p> : null}
          {isReviewer ? <p>{writingCosts}</p> : null}
        </>
      ),
      okText: '去修改',
      cancelText: '不改',
      onOk: onEdit,
      footer: (_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {isReviewer && mayReturn ? (
            <Button
              onClick={() => {
                dialog.destroy()
                onStep('sendBack')
              }}
            >
              退回并建议改法
            </Button>
          ) : null}
          <OkBtn />
        </>
      ),
    })
  }
}
