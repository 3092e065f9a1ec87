import { Alert, Form, Input } from 'antd'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { counted } from '../../fields/counted.ts'
import { placeLabel } from '../place-label.ts'
import { confirmationKey, openConfirmations } from './step-input.ts'

/** What the gates found and what may stay only with a reason; what must be mended first. */
export function ConfirmationFields({ view }: { view: RecordView }) {
  const blocking = view.findings.filter(({ severity }) => severity === 'block')
  const open = openConfirmations(view)
  return (
    <>
      {blocking.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={`还有${blocking.length}处必须先改正`}
          description={
            <ul className="plain-list">
              {blocking.map(({ gate, place, message, excerpt }) => (
                <li key={`${gate} ${place} ${message} ${excerpt}`}>
                  {placeLabel(place, view)}：{message}
                  {excerpt ? `（${excerpt}）` : ''}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      {open.length > 0 ? (
        <fieldset className="framed">
          <legend>下列各项确需这样办理的，请逐项说明理由</legend>
          {open.map((finding) => (
            <Form.Item
              key={confirmationKey(finding)}
              name={['confirmations', confirmationKey(finding)]}
              label={`${placeLabel(finding.place, view)}：${finding.message}`}
              required
              {...(finding.excerpt ? { extra: `“${finding.excerpt}”` } : {})}
            >
              <Input {...counted(300)} placeholder="理由" />
            </Form.Item>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
