import { Form, Input } from 'antd'
import { type Act, actLabels } from '../../../disclosure/content.ts'
import { counted } from '../../fields/counted.ts'
import { TextField } from '../../fields/text-field.tsx'
import { HideField } from './hide-field.tsx'
import { OptionalDay } from './optional-day.tsx'

const helps = {
  correct: '会在页面上说明改了什么、为什么；旧的版本留在历史里，选择隐去原文的除外。',
  withdraw:
    '撤回后原址保留，写明撤回的理由；标题、理由和日期仍向公众显示，正文和附件不再显示。这一版发布的日期就是撤回日期。',
  repeal: '废止后正文保留，页面上方注明已经废止，并从现行有效的文件中移出。',
} as const

/** Why a published record is corrected, withdrawn or repealed. */
export function ActFields({ act }: { act: Act }) {
  if (act.kind === 'publish') return null
  return (
    <div className="gap-below">
      <p className="note rule-line">
        <strong>{actLabels[act.kind]}</strong>
        {helps[act.kind]}
      </p>
      <Form.Item name={['act', 'reason']} label={`${actLabels[act.kind]}的理由`} required extra="会向公众显示。">
        <TextField rows={2} max={1000} />
      </Form.Item>
      {act.kind === 'correct' ? (
        <>
          <Form.Item
            name={['act', 'changedOn']}
            label="信息变更日期"
            extra="信息本身有变化的（如领导分工、办公地址调整）填写变更之日，发布期限从这天起算；只是改正错误的不填。"
          >
            <OptionalDay />
          </Form.Item>
          <Form.Item name={['act', 'hideReason']} label="更正前的原文">
            <HideField />
          </Form.Item>
        </>
      ) : null}
      {act.kind === 'repeal' ? (
        <div className="form-row form-row-half">
          <Form.Item name={['act', 'on']} label="废止日期" required extra="文件从这天起不再有效，可以晚于今天。">
            <OptionalDay />
          </Form.Item>
          <Form.Item name={['act', 'by']} label="宣布废止的文件" required>
            <Input {...counted(300)} placeholder="文件名称和文号" />
          </Form.Item>
        </div>
      ) : null}
    </div>
  )
}
