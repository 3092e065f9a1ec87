import { Alert, Form, Input } from 'antd'
import { type Outcome, outcomeRecords } from '../../law/outcomes.ts'
import type { CaseView } from '../../requests/case-view.ts'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useMe } from '../session/me.ts'
import { shortDay } from '../words.ts'

/** The record without which such an answer may not leave: the search, the balancing, the consultation … */
export function RecordFields({ outcome, view }: { outcome: Outcome | undefined; view: CaseView }) {
  const record = outcome?.record ?? null
  if (record === null) return null
  if (record === 'searchRecord') return <SearchFields />
  const isOnFile = record === 'supplementNotice'
  return (
    <>
      {record === 'consultation' ? <Asked view={view} /> : null}
      {isOnFile ? (
        <Alert className="gap-below" type="info" showIcon title={`依据：${outcomeRecords[record]}，已在本案经过中。`} />
      ) : (
        <Form.Item
          name="record"
          label={outcomeRecords[record]}
          required={record !== 'consultation' || view.consultations.length === 0}
          extra="存入案卷，不写入答复书。"
        >
          <TextField rows={3} />
        </Form.Item>
      )}
    </>
  )
}

/** "Not held" stands on a search; courts ask who searched what, when and how. */
function SearchFields() {
  const { today } = useMe()
  return (
    <fieldset className="record-part">
      <legend>检索记录</legend>
      <div className="form-row form-row-half">
        <Form.Item name={['search', 'searchedBy']} label="检索人" required>
          <Input {...counted(100)} />
        </Form.Item>
        <Form.Item name={['search', 'searchedOn']} label="检索日期" required>
          <DayField latest={today} />
        </Form.Item>
      </div>
      <Form.Item name={['search', 'systems']} label="检索的系统或者档案" required>
        <Input {...counted(500)} placeholder="如：公文系统、综合档案室2018—2026年" />
      </Form.Item>
      <Form.Item name={['search', 'keywords']} label="关键词" required>
        <Input {...counted(500)} />
      </Form.Item>
      <Form.Item name={['search', 'scope']} label="范围" required>
        <Input {...counted(500)} placeholder="如：2018年以来收文、发文" />
      </Form.Item>
      <Form.Item name={['search', 'result']} label="结果" required>
        <TextField rows={2} />
      </Form.Item>
    </fieldset>
  )
}

/** What third parties have said, where their rights are the reason. */
function Asked({ view }: { view: CaseView }) {
  const { today } = useMe()
  const asked = view.consultations.filter(({ party }) => party === 'thirdParty')
  if (asked.length === 0)
    return (
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title="尚未征求第三方意见"
        description="应当书面征求第三方的意见（第三十二条）。不征求的，请写明理由；也可以先退出，办理“征求意见”。"
      />
    )
  return (
    <ul className="asked">
      {asked.map(({ id, label, opinion, answeredOn, lapsesOn }) => (
        <li key={id}>
          {label}：
          {answeredOn
            ? `${shortDay(answeredOn, today)}${opinion === 'agrees' ? '同意公开' : '不同意公开'}`
            : `${shortDay(lapsesOn, today)}前答复${today > lapsesOn ? '，逾期未答复' : '，等待中'}`}
        </li>
      ))}
    </ul>
  )
}
