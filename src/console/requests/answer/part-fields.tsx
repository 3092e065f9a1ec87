import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { articleWords } from '../../../law/article-words.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { whereItGoes } from '../../../requests/letters/asks.ts'
import { groundPrints } from '../../../requests/letters/denial-templates.ts'
import { protectsThirdParty } from '../../../requests/opinions-relied-on.ts'
import { groundsOn, recordOfGround, type WithheldPart } from '../../../requests/withheld-part.ts'
import { RemoveRow } from '../../fields/remove-row.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { useMe } from '../../session/me.ts'
import { OpinionFields } from './opinion-fields.tsx'

const most = 20

/** Art. 37: each part that is withheld, with its ground; a ground asks here for what it asks for alone. */
export function PartFields({ view, document, values }: PartFieldsProps) {
  const form = Form.useFormInstance()
  return (
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset className="framed" key={key}>
              <legend>
                不予公开的部分{fields.length > 1 ? `（第${name + 1}项）` : ''}
                {fields.length > 1 ? (
                  <RemoveRow
                    what={`去掉第${name + 1}项`}
                    row={() => form.getFieldValue(['parts', name])}
                    onRemove={() => remove(name)}
                    size="small"
                  />
                ) : null}
              </legend>
              <OnePart view={view} document={document} name={name} part={values[name]} />
            </fieldset>
          ))}
          <p>
            <Button
              size="small"
              type="dashed"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({})}
              disabled={fields.length >= most}
            >
              再加一项不予公开的部分
            </Button>
          </p>
        </>
      )}
    </Form.List>
  )
}

function OnePart({ view, document, name, part: { under, consultations } = {} }: OnePartProps) {
  const { today } = useMe()
  const record = under ? recordOfGround(under) : null
  const isThirdParty = protectsThirdParty(under)
  const isOnFile = isThirdParty && (consultations ?? []).length > 0
  const printed = whereItGoes('printed', document)
  return (
    <>
      <Form.Item name={[name, 'what']} label="哪一部分" required extra={`如“第3页联系电话”。${printed}`}>
        <TextField rows={2} max={1000} />
      </Form.Item>
      <Form.Item name={[name, 'under']} label="依据" required extra={`依据的条款${printed}`}>
        <Select
          placeholder="请选择"
          options={groundsOn(today).map(({ id, label, article }) => ({
            value: id,
            label: `${label}（${articleWords(article)}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'reason']} label="理由" required extra={`结合本案事实写。${printed}`}>
        <TextField rows={3} />
      </Form.Item>
      {isThirdParty ? <OpinionFields view={view} document={document} at={[name]} chosen={consultations} /> : null}
      {under && record ? (
        <Form.Item
          name={[name, 'record']}
          label={isOnFile ? `${record}（可不填）` : record}
          required={!isOnFile}
          extra={whereItGoes(groundPrints(under) ? 'printed' : 'kept', document)}
        >
          <TextField rows={2} />
        </Form.Item>
      ) : null}
    </>
  )
}

interface PartFieldsProps {
  readonly view: CaseView
  readonly document: string
  readonly values: readonly (Partial<WithheldPart> | undefined)[]
}

interface OnePartProps {
  readonly view: CaseView
  readonly document: string
  readonly name: number
  readonly part: Partial<WithheldPart> | undefined
}
