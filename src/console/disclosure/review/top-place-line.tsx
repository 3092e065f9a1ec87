import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import { chineseDate, officeDayOf } from '../../../days/plain-date.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { latestOnTop, mostOnTop, PutOnTop } from '../../../disclosure/top-place.ts'
import { DayField } from '../../fields/day-field.tsx'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { useMe } from '../../session/me.ts'
import { records } from '../records-api.ts'

/** 置顶 of a published record: until when it stands first in the lists of its column, and who may change that. */
export function TopPlaceLine({ recordId, published: { onTop, whyNotOnTop } }: TopPlaceLineProps) {
  const client = useQueryClient()
  const { modal } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const reread = () => client.invalidateQueries({ queryKey: ['record', recordId] })
  const end = useMutation({ mutationFn: () => records.takeFromTop(recordId), onSuccess: reread })
  const ask = () =>
    modal.confirm({
      title: '取消置顶？',
      content: '这条信息在栏目里回到按发布日期排列的位置，网址和内容不变。',
      okText: '取消置顶',
      cancelText: '不办',
      onOk: () => end.mutateAsync().catch(() => undefined),
    })
  return (
    <div className="gap-above">
      <p>
        {onTop ? `置顶至${chineseDate(onTop.lastDay)}（含当日），次日自动取消。` : '在栏目里按发布日期排列，没有置顶。'}
      </p>
      {onTop ? (
        <p className="quiet">
          {onTop.setName}于{chineseDate(officeDayOf(onTop.setAt))}设置
        </p>
      ) : null}
      <div className="row gap-above">
        <Button disabled={whyNotOnTop !== null} onClick={() => setAsking(true)}>
          {onTop ? '修改置顶期限' : '置顶'}
        </Button>
        {onTop ? (
          <Button disabled={whyNotOnTop !== null} onClick={ask}>
            取消置顶
          </Button>
        ) : null}
        {whyNotOnTop ? <span className="why">{whyNotOnTop}</span> : null}
      </div>
      {end.error ? <Alert type="error" showIcon role="alert" title={end.error.message} /> : null}
      {isAsking ? (
        <TopDialog recordId={recordId} onTop={onTop} onSaved={reread} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  )
}

interface TopPlaceLineProps {
  readonly recordId: string
  readonly published: NonNullable<RecordView['published']>
}

function TopDialog({ recordId, onTop, onSaved, onClose }: TopDialogProps) {
  const { today } = useMe()
  return (
    <FormDialog
      title="置顶期限"
      about={recordId}
      action="保存"
      schema={PutOnTop}
      initial={{ lastDay: onTop?.lastDay ?? null }}
      lead={`在所在栏目的列表和本机关首页的“最近公开”中排在最前，注明“置顶”；订阅、检索和按时间排列的清单不受影响。一个栏目最多同时置顶${mostOnTop}条。`}
      save={async (checked) => {
        await records.putOnTop(recordId, PutOnTop.parse(checked))
        await onSaved()
      }}
      onClose={onClose}
    >
      <Form.Item name="lastDay" label="置顶至" required extra="含当日；最长一年，次日自动取消，到期可以再设。">
        <DayField earliest={today} latest={latestOnTop(today)} isNeeded />
      </Form.Item>
    </FormDialog>
  )
}

interface TopDialogProps {
  readonly recordId: string
  readonly onTop: NonNullable<RecordView['published']>['onTop']
  readonly onSaved: () => Promise<unknown>
  readonly onClose: () => void
}
