import { Form, Input, Radio, Switch } from 'antd'
import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import { channelOf, requestChannels } from '../../../requests/request-channel.ts'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { optionsOf } from '../../fields/options.ts'
import { SuggestField } from '../../fields/suggest-field.tsx'
import { dayIn } from '../../fields/typed-day.ts'
import type { IntakeValues } from './intake-form.ts'

const arrivalLabels: Readonly<Record<string, string>> = {
  inPerson: '提交之日',
  registeredMail: '签收之日',
  oral: '当面提出之日',
}

/** How it came, and from which day the law counts it as received (art. 31). */
export function ReceiptFields({ today }: { today: PlainDate }) {
  const form = Form.useFormInstance<IntakeValues>()
  const channel = Form.useWatch('channel', form) ?? 'inPerson'
  const arrivedOn = dayIn(Form.useWatch('arrivedOn', form))
  const isConfirmed = Form.useWatch('isConfirmed', form) ?? false
  const { ruleText, needsConfirmation } = channelOf(channel)
  return (
    <fieldset className="panel form-part">
      <legend>来件</legend>
      <Form.Item name="channel" label="来件方式" required>
        <Radio.Group className="channel-choice" optionType="button" options={optionsOf(requestChannels)} />
      </Form.Item>
      <p className="note rule-line">
        <strong>第三十一条</strong>
        {ruleText}。
      </p>
      <div className="form-row">
        <Form.Item name="arrivedOn" label={arrivalLabels[channel] ?? '到达之日'} required>
          <DayField latest={today} />
        </Form.Item>
        {channel === 'oral' ? (
          <Form.Item name="onBehalf" label="代填人" required extra="记录后请向申请人宣读并由其确认。">
            <Input {...counted(50)} />
          </Form.Item>
        ) : null}
        {needsConfirmation ? (
          <Form.Item name="isConfirmed" label="已与申请人确认收到" valuePropName="checked">
            <Switch checkedChildren="已确认" unCheckedChildren="未确认" />
          </Form.Item>
        ) : null}
      </div>
      {needsConfirmation && isConfirmed ? <ConfirmationFields today={today} arrivedOn={arrivedOn} /> : null}
      {needsConfirmation && !isConfirmed ? (
        <p className="quiet">登记后列入“待确认收到”，与申请人确认后才起算答复期限。</p>
      ) : null}
      {!needsConfirmation && arrivedOn ? (
        <p className="quiet">收到申请之日：{chineseDate(arrivedOn)}，答复期限从次日起算。</p>
      ) : null}
    </fieldset>
  )
}

/** When and how receipt was confirmed; later than on the day of arrival, why. */
function ConfirmationFields({ today, arrivedOn }: { today: PlainDate; arrivedOn: PlainDate | undefined }) {
  const form = Form.useFormInstance<IntakeValues>()
  const receivedOn = dayIn(Form.useWatch('receivedOn', form))
  const isLater = receivedOn !== undefined && arrivedOn !== undefined && receivedOn > arrivedOn
  return (
    <div className="form-row">
      <Form.Item name="receivedOn" label="确认之日" required>
        <DayField latest={today} earliest={arrivedOn} />
      </Form.Item>
      <Form.Item name={['confirmation', 'method']} label="确认方式" required>
        <SuggestField suggestions={['电话', '当面', '电子邮件', '短信']} max={100} />
      </Form.Item>
      <Form.Item name={['confirmation', 'evidence']} label="凭证（可不填）" extra="如通话时间、号码、邮件主题。">
        <Input {...counted(500)} />
      </Form.Item>
      {isLater ? (
        <Form.Item
          name="lateReason"
          label="逾期才确认的原因"
          extra="到达当日（休息日到达的，上班当日）没有确认的，请写明。"
        >
          <Input {...counted(500)} />
        </Form.Item>
      ) : null}
    </div>
  )
}
