import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { DayField } from '../fields/day-field.tsx'

/** One row a holiday: its name, its days, and the weekend days worked for it. */
export function HolidayRows() {
  return (
    <Form.List name="holidays">
      {(rows, { add, remove }) => (
        <div className="holiday-rows">
          {rows.map(({ key, name }) => (
            <div className="holiday-row" key={key}>
              <Form.Item name={[name, 'name']} label="节日">
                <Input maxLength={20} />
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
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`去掉第${name + 1}行`}
                onClick={() => remove(name)}
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

function DaysField({ value = [], onChange, id }: DaysFieldProps) {
  return (
    <DatePicker
      multiple
      value={value.map((day) => dayjs(day))}
      placeholder="没有则不填"
      onChange={(days) =>
        onChange?.([...(days ?? [])].map((day) => day.format('YYYY-MM-DD')).filter((text) => isPlainDate(text)))
      }
      {...(id === undefined ? {} : { id })}
    />
  )
}

interface DaysFieldProps {
  readonly value?: readonly PlainDate[]
  readonly onChange?: (days: PlainDate[]) => void
  readonly id?: string
}
