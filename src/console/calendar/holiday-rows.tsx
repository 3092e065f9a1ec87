import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { DaysField } from '../fields/days-field.tsx'
import { RemoveRow } from '../fields/remove-row.tsx'

/** One row a holiday: its name, its days, and the weekend days worked for it. */
export function HolidayRows() {
  const form = Form.useFormInstance()
  return (
    <Form.List name="holidays">
      {(rows, { add, remove }) => (
        <div>
          {rows.map(({ key, name }) => (
            <div className="repeated-row holiday-row" key={key}>
              <Form.Item name={[name, 'name']} label="节日">
                <Input {...counted(20)} />
              </Form.Item>
              <Form.Item name={[name, 'from']} label="放假从">
                <DayField />
              </Form.Item>
              <Form.Item name={[name, 'to']} label="到">
                <DayField />
              </Form.Item>
              <Form.Item name={[name, 'makeUpDays']} label="调休上班">
                <DaysField />
              </Form.Item>
              <RemoveRow
                what={`去掉第${name + 1}行`}
                row={() => form.getFieldValue(['holidays', name])}
                onRemove={() => remove(name)}
              />
            </div>
          ))}
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({ makeUpDays: [] })}
          >
            加一行
          </Button>
        </div>
      )}
    </Form.List>
  )
}
