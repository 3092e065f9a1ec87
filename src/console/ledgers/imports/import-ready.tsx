import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import type { HowToRead, ImportAnswer, ImportPreview } from '../../../ledgers/imports/import-view.ts'
import { TextField } from '../../fields/text-field.tsx'
import { useSendOnce } from '../../use-send-once.ts'
import { EffectList } from '../effect-list.tsx'
import { ledgers } from '../ledgers-api.ts'
import { PreviewRows } from './preview-rows.tsx'

/** A file without faults: what it would do, and the button that does it. */
export function ImportReady({ file, how, preview, isBusy, onDone }: ImportReadyProps) {
  const id = useId()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { counts, moved, effects } = preview
  const total = (name: 'added' | 'changed') => (counts ?? []).reduce((sum, each) => sum + each[name], 0)
  const sending = useSendOnce({
    send: () => ledgers.takeIn(file, { ...how, reason }),
    onSent: (answer: ImportAnswer) => {
      onDone(answer)
      return client.invalidateQueries()
    },
    onRefused: () => {},
  })
  const isNothing = total('added') + total('changed') === 0
  return (
    <section className="panel gap-below" aria-label="检查结果">
      <h2>检查通过</h2>
      <PreviewRows preview={preview} />
      {moved.length > 0 ? (
        <Alert
          className="gap-above"
          type="warning"
          showIcon
          title={`${moved.join('、')}年度报告已经定稿，导入后其中的数字与台账不一致，须核对、修订。`}
          description={effects.length > 0 ? <EffectList effects={effects} /> : undefined}
        />
      ) : null}
      {moved.length > 0 && total('changed') > 0 ? (
        <p className="gap-above">
          <label htmlFor={id}>更新已有登记的理由（已定稿年度的登记，由政府信息公开工作机构负责人导入更新）</label>
          <TextField id={id} rows={2} max={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </p>
      ) : null}
      {sending.error ? (
        <Alert className="gap-above" type="error" showIcon role="alert" title={sending.error.message} />
      ) : null}
      <p className="gap-above">
        <Button
          type="primary"
          loading={sending.isPending}
          disabled={isBusy || isNothing}
          onClick={() => sending.send(undefined)}
        >
          导入
        </Button>{' '}
        {isNothing ? <span className="why">与台账里已有的完全相同，不必导入。</span> : null}
      </p>
    </section>
  )
}

interface ImportReadyProps {
  readonly file: File
  readonly how: HowToRead
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onDone: (answer: ImportAnswer) => void
}
