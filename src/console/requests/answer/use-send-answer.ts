import { App, type FormInstance } from 'antd'
import { useEffect } from 'react'
import type { CaseView } from '../../../requests/case-view.ts'
import { showFieldErrors, showIssues } from '../../fields/field-errors.ts'
import { useTakeStep } from '../steps/use-take-step.ts'
import { checkAnswerForm, type FilledAnswer } from './answer-issues.ts'
import { type AnswerValues, lacksEnclosure } from './answer-values.ts'

/** Checks an answer and submits it for approval; what is wrong is told at the fields. */
export function useSendAnswer(form: FormInstance<AnswerValues>, view: CaseView, onTaken: () => void) {
  const { modal } = App.useApp()
  const take = useTakeStep(view, 'draftAnswer', onTaken)
  useEffect(() => {
    if (take.error) showFieldErrors(form, take.error)
  }, [form, take.error])
  const send = (input: FilledAnswer, unanswered: readonly string[]) => {
    const checked = checkAnswerForm(input, unanswered)
    if ('issues' in checked) return showIssues(form, checked.issues)
    if (!lacksEnclosure(input)) return take.mutate(checked.data)
    modal.confirm({
      title: '文字里写了“见附件”，但没有附件',
      content: '请先上传附件，或者改写文字；确实不需要附件的，可以继续提交。',
      okText: '没有附件，继续提交',
      cancelText: '返回修改',
      onOk: () => take.mutate(checked.data),
    })
  }
  return { take, send }
}
