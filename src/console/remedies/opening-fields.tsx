import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { attackedActs, type Opening, parties, procedures } from '../../remedies/cases/event.ts'
import type { ChosenRequest } from '../../remedies/cases/store/known.ts'
import { kindLabels } from '../../remedies/cases/told.ts'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { SuggestField } from '../fields/suggest-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useMe } from '../session/me.ts'
import { FoundField } from './found-field.tsx'
import { remediesApi } from './remedies-api.ts'

const kinds = (['review', 'suitDirect', 'suitAfterReview'] as const).map((value) => ({
  value,
  label: kindLabels[value],
}))

/** What nothing has been typed for. */
export const blankOpening = {
  kind: undefined,
  number: '',
  body: '',
  filedOn: null,
  noticeOn: null,
  procedure: 'ordinary',
  party: 'applicant',
  act: undefined,
  requestId: null,
  letterNumber: '',
  recordId: null,
  about: '',
  followsNumber: '',
  isCoDefendant: false,
} as const

/** The fields by which a case is registered, or put right; those that its kind or act does not have are left out. */
export function OpeningFields({
  record,
}: {
  readonly record?: { readonly id: string; readonly title: string } | null
}) {
  const { today } = useMe()
  const kind: Opening['kind'] | undefined = Form.useWatch('kind')
  const isReview = kind === 'review'
  const place = isReview ? '复议机关' : '人民法院'
  return (
    <>
      <Form.Item name="kind" label="案件类型" required>
        <Select options={kinds} placeholder="请选择" />
      </Form.Item>
      <div className="form-row form-row-pair">
        <Form.Item name="number" label="案号" required extra={isReview ? '复议机关的文号' : '人民法院的案号'}>
          <Input {...counted(100)} autoComplete="off" />
        </Form.Item>
        <Form.Item name="body" label={kind ? place : '复议机关、人民法院'} required>
          <Input {...counted(100)} autoComplete="off" />
        </Form.Item>
      </div>
      <div className="form-row form-row-pair">
        <Form.Item name="filedOn" label={isReview ? '受理日期' : '受理、立案日期'} required>
          <DayField latest={today} />
        </Form.Item>
        <Form.Item
          name="noticeOn"
          label={isReview ? '收到申请书副本之日' : '收到起诉状副本之日'}
          required
          extra="本机关答复、举证的期限从次日起算"
        >
          <DayField latest={today} />
        </Form.Item>
      </div>
      <div className="form-row form-row-pair">
        {isReview ? (
          <Form.Item name="procedure" label="审理程序" extra="普通程序10个工作日、简易程序5个工作日内答复">
            <Select options={optionsOf(procedures)} />
          </Form.Item>
        ) : null}
        <Form.Item name="party" label={isReview ? '复议申请人' : '原告'}>
          <Select options={optionsOf(parties)} />
        </Form.Item>
      </div>
      {kind === 'suitAfterReview' ? <FollowsField /> : null}
      <Form.Item name="act" label="被复议、被诉的行为" required>
        <Select options={optionsOf(attackedActs)} placeholder="请选择" />
      </Form.Item>
      <AttackedFields record={record ?? null} />
      {kind && !isReview ? (
        <Form.Item name="isCoDefendant" valuePropName="checked">
          <Checkbox>本机关仅作为复议机关被列为共同被告（由原行为机关计入年度报告，本机关不计）</Checkbox>
        </Form.Item>
      ) : null}
    </>
  )
}

function FollowsField() {
  const { data } = useQuery({ queryKey: ['found', 'reviews', ''], queryFn: () => remediesApi.reviews('') })
  return (
    <Form.Item name="followsNumber" label="原复议案件的案号" required>
      <SuggestField suggestions={(data?.items ?? []).map(({ number }) => number)} max={100} />
    </Form.Item>
  )
}

const requestLabel = ({ number, concludedOn, letters }: ChosenRequest): string =>
  [number, letters[0] && `文号${letters[0]}`, concludedOn ? `${concludedOn}办结` : '尚未办结']
    .filter(Boolean)
    .join('　')

function AttackedFields({ record }: { readonly record: { readonly id: string; readonly title: string } | null }) {
  const act: Opening['act'] | undefined = Form.useWatch('act')
  const requestId: string | null | undefined = Form.useWatch('requestId')
  const form = Form.useFormInstance()
  const [seen, setSeen] = useState<readonly ChosenRequest[]>([])
  const chosen = useQuery({
    queryKey: ['found', 'request', requestId],
    queryFn: () => remediesApi.requests({ id: requestId ?? '' }),
    enabled: Boolean(requestId) && !seen.some(({ id }) => id === requestId),
  })
  const request = seen.find(({ id }) => id === requestId) ?? chosen.data?.items[0]
  const findRequests = async (q: string) => {
    const { items } = await remediesApi.requests({ q })
    setSeen((before) => [...before, ...items])
    return items.map((each) => ({ value: each.id, label: requestLabel(each) }))
  }
  const letter = request?.letters[0]
  // What was sent last is what is challenged, as a rule; what is typed stays.
  useEffect(() => {
    if (act === 'answer' && letter && !form.getFieldValue('letterNumber')) form.setFieldValue('letterNumber', letter)
  }, [act, letter, form])
  const isAboutRequest = act === 'answer' || act === 'silence' || act === 'notice' || act === 'fee'
  return (
    <>
      {isAboutRequest ? (
        <Form.Item name="requestId" label="涉及的申请" required={act === 'answer' || act === 'silence'}>
          <FoundField
            name="requests"
            find={findRequests}
            known={request && { value: request.id, label: requestLabel(request) }}
            placeholder="输入申请编号或者内容中的字词查找"
          />
        </Form.Item>
      ) : null}
      {act === 'answer' || act === 'notice' ? (
        <Form.Item name="letterNumber" label="答复、告知书的文号">
          <SuggestField suggestions={request?.letters ?? []} max={100} />
        </Form.Item>
      ) : null}
      {act === 'publication' ? (
        <Form.Item name="recordId" label="涉及的已公开信息">
          <FoundField
            name="records"
            find={async (q) =>
              (await remediesApi.records(q)).items.map(({ id, title }) => ({ value: id, label: title }))
            }
            known={record ? { value: record.id, label: record.title } : undefined}
            placeholder="输入标题中的字词查找"
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="about"
        label="说明"
        required={act === 'other' || act === 'noPublication'}
        extra="对方请求什么、认为哪里违法；不写当事人姓名"
      >
        <TextField rows={2} max={500} />
      </Form.Item>
    </>
  )
}
