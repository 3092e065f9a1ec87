import { Form, Input, Radio, Select, TreeSelect } from 'antd'
import { useEffect } from 'react'
import { type Content, disclosureAttributes, originalities } from '../../../disclosure/content.ts'
import { recordTypeOf, subjectCategories } from '../../../disclosure/record-type.ts'
import { genres } from '../../../law/genres.ts'
import { art20Items } from '../../../law/scope.ts'
import { counted } from '../../fields/counted.ts'
import { SuggestField } from '../../fields/suggest-field.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { placeForm } from '../place.tsx'
import { ActFields } from './act-fields.tsx'
import { InterpretsField } from './interprets-field.tsx'
import type { Keeper } from './keeper.ts'
import { asksFor, fromForm, type MetaValues } from './meta-values.ts'
import { OptionalDay } from './optional-day.tsx'
import { columnChoices, useColumns } from './use-columns.ts'
import { useKept } from './use-keeper.ts'

const choices = (values: readonly string[]) =>
  values.filter((value) => value !== '').map((value) => ({ value, label: value }))
const itemChoices = art20Items.map(({ item, content }) => ({ value: item, label: `第${item}项 ${content}` }))

/** Everything of a record but its text and its files. */
export function MetaForm({ keeper }: { keeper: Keeper }) {
  const [form] = Form.useForm<MetaValues>()
  const { content, keeping } = useKept(keeper)
  const { columns } = useColumns()
  const type = recordTypeOf(content.type)
  const asks = asksFor(content)
  const isClosed = columns.some(({ id, closedOn }) => id === content.columnId && closedOn !== null)
  const problem = keeping.state === 'refused' ? keeping.problem : undefined
  useEffect(() => {
    // The cursor stays where it is: this is told while people type.
    const told = Object.entries(problem?.fields ?? {}).map(([path, message]) => ({
      name: path
        .replace(/^content\./, '')
        .replace(/^keywords\..*/, 'keywords')
        .split('.') as never,
      errors: [message],
    }))
    form.setFields(told)
  }, [form, problem])
  const needs = (name: (typeof type.needs)[number]) => type.needs.includes(name)
  return (
    <Form
      form={form}
      name={placeForm}
      layout="vertical"
      initialValues={content}
      onValuesChange={(changed: Partial<MetaValues>) => {
        form.setFields(Object.keys(changed).map((name) => ({ name: name as keyof MetaValues, errors: [] })))
        keeper.type(fromForm(keeper.read().content, changed))
      }}
      onFinish={() => keeper.flush()}
    >
      <ActFields act={content.act} />
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
      <div className="form-row">
        {asks.number ? (
          <Form.Item name="documentNumber" label="文号" required={needs('documentNumber')}>
            <Input {...counted(100)} placeholder="如 示统〔2026〕12号" />
          </Form.Item>
        ) : null}
        <Form.Item name="issuingOrgan" label="发文机关">
          <Input {...counted(200)} />
        </Form.Item>
        <Form.Item name="genre" label="体裁">
          <Select options={choices(genres)} />
        </Form.Item>
      </div>
      {asks.force ? (
        <div className="form-row form-row-half">
          <Form.Item name="effectiveFrom" label="施行日期" required={needs('effectiveFrom')}>
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
      {type.fields.map(({ id, label, kind, required }) => (
        <Form.Item key={id} name={['fields', id]} label={label} required={required}>
          {kind === 'date' ? <OptionalDay /> : <Input {...counted(2000)} />}
        </Form.Item>
      ))}
      <Form.Item name="summary" label="内容概述" required={needs('summary')}>
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
      <div className="form-row form-row-half">
        <Form.Item name="attribute" label="公开属性">
          <Radio.Group options={disclosureAttributes.map(({ id, label }) => ({ value: id, label }))} />
        </Form.Item>
        <Form.Item name="originality" label="原创或转载">
          <Radio.Group options={originalities.map(({ id, label }) => ({ value: id, label }))} />
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
          <Form.Item name="sourceUrl" label="来源网址">
            <Input {...counted(1000)} placeholder="https://" />
          </Form.Item>
        </div>
      ) : null}
      {asks.interpretation ? <p className="quiet">这类文件应当同步发布政策解读，解读材料另建一条“政策解读”。</p> : null}
    </Form>
  )
}

/** From which day the clock runs, said where people would look for it. */
function madeOnHelp({ act, type }: Content): string {
  if (act.kind !== 'publish') return '信息最初形成之日。'
  const { countedFrom, fields } = recordTypeOf(type)
  const counted = fields.find(({ id }) => id === countedFrom)
  return counted ? `信息形成之日；发布期限从${counted.label}起算。` : '信息形成之日，发布期限从这天起算。'
}
