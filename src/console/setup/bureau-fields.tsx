import { Form, Input, Select } from 'antd'
import { organKinds, organLevels, type SetUpQuestion, setUpQuestions } from '../../organs/setup/questions.ts'
import { counted } from '../fields/counted.ts'

const choices: Partial<Record<SetUpQuestion['id'], Readonly<Record<string, string>>>> = {
  kind: organKinds,
  level: organLevels,
}

/** Who the bureau is: the questions of the command, but for the organ above, of which there is none. */
export function BureauFields({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <>
      <h2 className="gap-below">本机关</h2>
      <div className="form-row form-row-half">
        {setUpQuestions
          .filter(({ id }) => id !== 'parent')
          .map(({ id, label, hint, mayBeEmpty = false }) => {
            const words = choices[id]
            return (
              <Form.Item key={id} name={['setUp', id]} label={label} required={!mayBeEmpty} extra={hint}>
                {words ? (
                  <Select options={Object.entries(words).map(([value, text]) => ({ value, label: text }))} />
                ) : (
                  <Input {...counted(200)} onBlur={onLeave} />
                )}
              </Form.Item>
            )
          })}
      </div>
    </>
  )
}
