import { Form, Input, Radio, Select, TreeSelect } from 'antd'
import { type Content, disclosureAttributes, issuerLabel, originalities } from '../../../disclosure/content.ts'
import { recordTypeOf, subjectCategories } from '../../../disclosure/record-type.ts'
import { genres } from '../../../law/genres.ts'
import { art20Items } from '../../../law/scope.ts'
import { counted } from '../../fields/counted.ts'
import { optionsOf } from '../../fields/options.ts'
import { SuggestField } from '../../fields/suggest-field.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { InterpretsField } from './interprets-field.tsx'
import { asksFor } from './meta-values.ts'
import { OptionalDay } from './optional-day.tsx'
import { columnChoices, useColumns } from './use-columns.ts'

const choices = (values: readonly string[]) =>
  values.filter((value) => value !== '').map((value) => ({ value, label: value }))
const itemChoices = art20Items.map(({ item, content }) => ({ value: item, label: `第${item}项 ${content}` }))

/** Its title, where it stands, and the day from which the clock runs. */
export function HeadFields({ content }: { content: Content }) {
  const { columns } = useColumns()
  const isClosed = columns.some(({ id, closedOn }) => id === content.columnId && closedOn !== null)
  return (
    <>
      <Form.Item name="title" label="标题" required>
        <Input.TextArea rows={2} {...counted(500)} className="title-field" />
      </Form.Item>
      <div className="form-row form-row-half">
        <Form.Item
          name="columnId"
          label="栏目"
          required
          {...(isClosed ? { validateStatus: 'warning', extra: '这个栏目已经关闭，送审前请改选。' } : {})}
        >
          <TreeSelect
            treeData={columnChoices(columns, content.columnId)}
            treeDefaultExpandAll
            showSearch={{ treeNodeFilterProp: 'title' }}
          />
        </Form.Item>
        <Form.Item name="madeOn" label="成文日期" required extra={madeOnHelp(content)}>
          <OptionalDay />
        </Form.Item>
      </div>
    </>
  )
}

/** Who issued it under which number, how long it is in force, what it interprets. */
export function DocumentFields({ content }: { content: Content }) {
  const asks = asksFor(content)
  const { needs } = recordTypeOf(content.type)
  return (
    <>
      <div className="form-row">
        {asks.number ? (
          <Form.Item name="documentNumber" label="文号" required={needs.includes('documentNumber')}>
            <Input {...counted(100)} placeholder="如 示统〔2026〕12号" />
          </Form.Item>
        ) : null}
        <Form.Item name="issuingOrgan" label={issuerLabel(content)} required={content.originality === 'repost'}>
          <Input {...counted(200)} />
        </Form.Item>
        <Form.Item name="genre" label="体裁">
          <Select options={choices(genres)} />
        </Form.Item>
      </div>
      {asks.force ? (
        <div className="form-row form-row-half">
          <Form.Item name="effectiveFrom" label="施行日期" required={needs.includes('effectiveFrom')}>
            <OptionalDay />
          </Form.Item>
          <Form.Item name="validUntil" label="有效期至" extra="最后一天仍然有效；没有规定有效期的不填。">
            <OptionalDay />
          </Form.Item>
        </div>
      ) : null}
      {asks.interprets ? (
        <Form.Item name="interprets" label="所解读的文件" required extra="发布后两处互相链接。">
          <InterpretsField />
        </Form.Item>
      ) : null}
    </>
  )
}

/** What only records of its type have, and what it is about. */
export function SubjectFields({ content }: { content: Content }) {
  const { fields, needs } = recordTypeOf(content.type)
  return (
    <>
      {fields.map(({ id, label, kind, required }) => (
        <Form.Item key={id} name={['fields', id]} label={label} required={required}>
          {kind === 'date' ? <OptionalDay /> : <Input {...counted(2000)} />}
        </Form.Item>
      ))}
      <Form.Item name="summary" label="内容概述" required={needs.includes('summary')}>
        <TextField rows={2} />
      </Form.Item>
      <div className="form-row form-row-half">
        <Form.Item name="subjectCategory" label="主题分类">
          <Select allowClear showSearch options={choices(subjectCategories)} />
        </Form.Item>
        <Form.Item name="keywords" label="关键词" extra="输入一个按回车。">
          <Select
            mode="tags"
            maxCount={20}
            open={false}
            tokenSeparators={['、', '，', '；', ',', ' ']}
            suffixIcon={null}
          />
        </Form.Item>
      </div>
      <Form.Item name="art20Item" label="条例第二十条事项">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={itemChoices} />
      </Form.Item>
    </>
  )
}

/** Whether it may be published at all, and whose words it is. */
export function AttributeFields({ content }: { content: Content }) {
  const asks = asksFor(content)
  return (
    <>
      <div className="form-row form-row-half">
        <Form.Item name="attribute" label="公开属性">
          <Radio.Group options={optionsOf(disclosureAttributes)} />
        </Form.Item>
        <Form.Item name="originality" label="原创或转载">
          <Radio.Group options={optionsOf(originalities)} />
        </Form.Item>
      </div>
      {content.attribute === 'proactive' ? null : (
        <Form.Item
          name="attributeReason"
          label="不主动公开的理由"
          required
          extra="写明依据的条款；这样的信息不能在平台发布。"
        >
          <TextField rows={2} max={1000} />
        </Form.Item>
      )}
      {asks.source ? (
        <div className="form-row form-row-half">
          <Form.Item name="sourceName" label="来源" required>
            <SuggestField suggestions={['中国政府网', '省人民政府网站', '市人民政府网站', '新华社', '人民日报']} />
          </Form.Item>
          <Form.Item
            name="sourceUrl"
            label="来源网址"
            required={content.originality === 'repost'}
            extra="原件所在的网页；没有网址的，送审时说明理由。"
          >
            <Input {...counted(1000)} placeholder="https://" />
          </Form.Item>
        </div>
      ) : null}
      {asks.interpretation ? <p className="quiet">这类文件应当同步发布政策解读，解读材料另建一条“政策解读”。</p> : null}
    </>
  )
}

/** From which day the clock runs, said where people would look for it. */
function madeOnHelp({ act, type }: Content): string {
  if (act.kind !== 'publish') return '信息最初形成之日。'
  const { countedFrom, fields } = recordTypeOf(type)
  const counted = fields.find(({ id }) => id === countedFrom)
  return counted ? `信息形成之日；发布期限从${counted.label}起算。` : '信息形成之日，发布期限从这天起算。'
}
