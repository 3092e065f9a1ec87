import { App, type FormInstance } from 'antd'
import { showIssues } from '../../fields/field-errors.ts'
import { checkAnswerForm, type FilledAnswer } from './answer-issues.ts'
import { type AnswerValues, lacksEnclosure } from './answer-values.ts'

/** Checks an answer before it goes to approval: what is wrong is told at the fields, and an enclosure that is missing is asked about. */
export function useSendAnswer(form: FormInstance<AnswerValues>, send: (checked: unknown) => void) {
  const { modal } = App.useApp()
  return (input: FilledAnswer, unanswered: readonly string[]) => {
    const checked = checkAnswerForm(input, unanswered)
    if ('issues' in checked) return showIssues(form, checked.issues)
    if (!lacksEnclosure(input)) return send(checked.data)
    modal.confirm({
      title: '文字里写了“见附件”，但没有附件',
      content: '请先上传附件，或者改写文字；确实不需要附件的，可以继续提交。',
      okText: '没有附件，继续提交',
      cancelText: '返回修改',
      onOk: () => send(checked.data),
    })
  }
}
