import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { NumberField } from '../fields/number-field.tsx'
import { administration } from '../organs/organs-api.ts'
import { useMe } from '../session/me.ts'
import { HolidayRows } from './holiday-rows.tsx'
import { MovedDays } from './moved-days.tsx'
import { emptyNotice, Notice } from './notice-form.ts'

/** Takes in a new holiday notice: first shows which open requests move, then lets them move. */
export function NoticeDialog({ known, onClose }: { known: readonly number[]; onClose: () => void }) {
  const { today } = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const [checked, setChecked] = useState<Notice | null>(null)
  const preview = useMutation({
    mutationFn: (notice: Notice) => administration.previewNotice(notice),
    onSuccess: (_, notice) => setChecked(notice),
    onError: (error) => showFieldErrors(form, error),
  })
  const add = useMutation({
    mutationFn: administration.addNotice,
    onSuccess: async ({ moved: days }) => {
      const moved = days.filter((day) => day.of === 'request')
      const records = days.filter((day) => day.of === 'record')
      await client.invalidateQueries()
      const said = [
        moved.length > 0 && `${moved.length}件申请的期限变动`,
        records.length > 0 && `${records.length}条信息的期限变动`,
      ].filter(Boolean)
      message.success(['日历已更新', ...said].join('，'))
      onClose()
    },
  })
  const submit = (values: unknown) => {
    const read = Notice.safeParse(withoutEmpty(values))
    if (read.success) preview.mutate(read.data)
    else showIssues(form, read.error.issues)
  }
  const error = preview.error ?? add.error
  return (
    <Drawer
      open
      size={860}
      title="录入节假日安排通知"
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <div className="row">
          <span className="grow" />
          <Button onClick={() => form.submit()} loading={preview.isPending}>
            看哪些期限变动
          </Button>
          <Button
            type="primary"
            disabled={checked === null}
            loading={add.isPending}
            onClick={() => checked && add.mutate(checked)}
          >
            采用这份通知
          </Button>
        </div>
      }
    >
      {error ? <Alert className="gap-below" type="error" showIcon role="alert" title={error.message} /> : null}
      {checked && preview.data ? <MovedDays days={preview.data.moved} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={emptyNotice(Math.max(Number(today.slice(0, 4)), ...known) + 1)}
        onValuesChange={(changed) => {
          clearErrors(form, changed)
          setChecked(null)
        }}
        onFinish={submit}
      >
        <div className="form-row">
          <Form.Item name="year" label="年份" required>
            <NumberField min={2024} max={2050} />
          </Form.Item>
          <Form.Item name="number" label="文号" required>
            <Input placeholder="国办发明电〔2026〕7号" {...counted(60)} />
          </Form.Item>
          <Form.Item name="issuedOn" label="印发日期" required>
            <DayField latest={today} />
          </Form.Item>
        </div>
        <Form.Item name="title" label="标题" required>
          <Input {...counted(100)} />
        </Form.Item>
        <HolidayRows />
      </Form>
    </Drawer>
  )
}

/** Some years join two festivals: the row left wholly empty is not a holiday. */
function withoutEmpty(values: unknown): unknown {
  const { holidays, ...rest } = values as { holidays: readonly { from: unknown; to: unknown }[] }
  return { ...rest, holidays: holidays.filter(({ from, to }) => from || to) }
}
