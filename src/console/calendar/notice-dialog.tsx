import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, type FormInstance, Input } from 'antd'
import { useState } from 'react'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { NumberField } from '../fields/number-field.tsx'
import { administration } from '../organs/organs-api.ts'
import { useMe } from '../session/me.ts'
import { HolidayRows } from './holiday-rows.tsx'
import { MovedDays } from './moved-days.tsx'
import { movedWords } from './moved-words.ts'
import { emptyNotice, type Notice, readNotice, type TypedNotice } from './notice-form.ts'

/** Takes in a new holiday notice: first shows which open requests move, then lets them move. */
export function NoticeDialog({ known, onClose }: { known: readonly number[]; onClose: () => void }) {
  useGiveFocusBack()
  const { today } = useMe()
  const [form] = Form.useForm<TypedNotice>()
  const adoption = useAdoption(form, onClose)
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
          <Button onClick={() => form.submit()} loading={adoption.isPreviewing}>
            看哪些期限变动
          </Button>
          <Button type="primary" disabled={!adoption.isSeen} loading={adoption.isAdopting} onClick={adoption.adopt}>
            采用这份通知
          </Button>
        </div>
      }
    >
      {adoption.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={adoption.error.message} />
      ) : null}
      {adoption.moves ? <MovedDays days={adoption.moves} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={emptyNotice(Math.max(Number(today.slice(0, 4)), ...known) + 1)}
        onValuesChange={(changed) => {
          clearErrors(form, changed)
          adoption.forgetSeen()
        }}
        onFinish={adoption.preview}
      >
        <NoticeFields />
      </Form>
    </Drawer>
  )
}

/** What is adopted is what was previewed: anything typed after that is previewed again first. */
function useAdoption(form: FormInstance<TypedNotice>, onAdopted: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [seen, setSeen] = useState<Notice | null>(null)
  const previewing = useMutation({
    mutationFn: administration.previewNotice,
    onSuccess: (_, notice: Notice) => setSeen(notice),
    onError: (error) => showFieldErrors(form, error),
  })
  const adopting = useMutation({
    mutationFn: administration.addNotice,
    onSuccess: async ({ moved }) => {
      await client.invalidateQueries()
      message.success(['日历已更新', ...movedWords(moved)].join('，'))
      onAdopted()
    },
  })
  return {
    error: previewing.error ?? adopting.error,
    /** The days that the notice on the form would move. */
    moves: seen ? previewing.data?.moved : undefined,
    isSeen: seen !== null,
    isPreviewing: previewing.isPending,
    isAdopting: adopting.isPending,
    preview: (typed: TypedNotice) => {
      const read = readNotice(typed)
      if (read.success) previewing.mutate(read.data)
      else showIssues(form, read.error.issues)
    },
    forgetSeen: () => setSeen(null),
    adopt: () => seen && adopting.mutate(seen),
  }
}

function NoticeFields() {
  const { today } = useMe()
  return (
    <>
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
    </>
  )
}
