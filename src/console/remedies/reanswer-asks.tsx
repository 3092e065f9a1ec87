import { Form } from 'antd'
import type { RemedyCaseView } from '../../remedies/cases/case-view.ts'
import { type ReanswerGround, reanswerGrounds } from '../../requests/reanswer/order.ts'
import { NumberField } from '../fields/number-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { Choose, Day, Line, Words } from './step-items.tsx'

const limits = [
  { id: 'day', label: '写明了最后一日' },
  { id: 'workingDays', label: '写明了若干个工作日' },
  { id: 'calendarDays', label: '写明了若干日' },
  { id: 'none', label: '没有写明，按法定期限' },
] as const

/** What is asked to open a round on the request. */
export function reanswerAsked({ instances, request }: RemedyCaseView) {
  const decision = instances.at(-1)?.decision ?? null
  const performBy = decision?.performBy ?? null
  return {
    lead: `${request ? `${request.number}转为“重新答复”，` : ''}由承办科室拟稿、审批后发出新的答复书；原答复、办结日期和年度报告的数字不变。新答复发出后，这里自动登记履行。`,
    initial: {
      ...(decision?.servedOn ? { on: decision.servedOn } : {}),
      ground: decision ? 'ordered' : 'ownCorrection',
      documentNumber: decision ? (instances.at(-1)?.number ?? '') : '',
      limit: performBy ? 'day' : undefined,
      count: null,
      until: performBy,
      text: '',
    },
    fields: <ReanswerFields />,
  }
}

function ReanswerFields() {
  const ground: ReanswerGround | undefined = Form.useWatch('ground')
  const limit: (typeof limits)[number]['id'] | undefined = Form.useWatch('limit')
  const isOrdered = ground === 'ordered'
  return (
    <>
      <Choose name="ground" label="为什么重新答复" options={optionsOf(reanswerGrounds)} />
      {isOrdered ? <Line name="documentNumber" label="决定书、裁判文书的文号" /> : null}
      <Day
        label={isOrdered ? '收到之日' : '决定自行纠正之日'}
        {...(isOrdered ? { extra: '期限从次日起算' } : { extra: '期限从次日起算；由本机关自己定' })}
      />
      <Choose name="limit" label="期限" options={optionsOf(limits)} />
      {limit === 'day' ? <Day name="until" label="最后一日" mayBeLater /> : null}
      {limit === 'workingDays' || limit === 'calendarDays' ? (
        <Form.Item name="count" label={limit === 'workingDays' ? '几个工作日' : '几日'} required>
          <NumberField min={1} max={120} suffix={limit === 'workingDays' ? '个工作日' : '日'} />
        </Form.Item>
      ) : null}
      <Words label="说明" isFree />
    </>
  )
}
