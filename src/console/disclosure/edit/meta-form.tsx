import { Form } from 'antd'
import { useEffect } from 'react'
import { placeForm } from '../place.tsx'
import { ActFields } from './act-fields.tsx'
import type { Keeper } from './keeper.ts'
import { AttributeFields, DocumentFields, HeadFields, SubjectFields } from './meta-fields.tsx'
import { fromForm, type MetaValues, refusedInForm } from './meta-values.ts'
import { useKept } from './use-keeper.ts'

/** Everything of a record but its text and its files. */
export function MetaForm({ keeper }: { keeper: Keeper }) {
  const [form] = Form.useForm()
  const { content, keeping } = useKept(keeper)
  const problem = keeping.state === 'refused' ? keeping.problem : undefined
  useEffect(() => {
    // The cursor stays where it is: this is told while people type.
    form.setFields(refusedInForm(problem?.fields ?? {}))
  }, [form, problem])
  return (
    <Form
      form={form}
      name={placeForm}
      layout="vertical"
      initialValues={content}
      onValuesChange={(changed: Partial<MetaValues>) => {
        form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })))
        keeper.type(fromForm(keeper.read().content, changed))
      }}
      onFinish={() => keeper.flush()}
    >
      <ActFields act={content.act} />
      <HeadFields content={content} />
      <DocumentFields content={content} />
      <SubjectFields content={content} />
      <AttributeFields content={content} />
    </Form>
  )
}
