import { Form, Input } from 'antd'
import { searchTexts, whereItGoes } from '../../../requests/letters/asks.ts'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { useMe } from '../../session/me.ts'

const examples: Readonly<Record<string, string>> = {
  systems: '如：公文系统、综合档案室2018—2026年',
  scope: '如：2018年以来收文、发文',
}

/** "Not held" stands on a search; courts ask who searched what, when and how. */
export function SearchFields({ document }: { document: string }) {
  const { today } = useMe()
  return (
    <fieldset className="framed">
      <legend>检索记录</legend>
      {searchTexts.map(({ id, label, use }) => (
        <Form.Item key={id} name={['search', id]} label={label} required extra={whereItGoes(use, document)}>
          {id === 'searchedOn' ? (
            <DayField latest={today} />
          ) : id === 'result' ? (
            <TextField rows={2} />
          ) : (
            <Input {...counted(500)} placeholder={examples[id]} />
          )}
        </Form.Item>
      ))}
    </fieldset>
  )
}
