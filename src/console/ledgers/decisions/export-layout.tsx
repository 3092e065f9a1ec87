import { DownloadOutlined } from '@ant-design/icons'
import { Button, Form, Popover, Segmented, Tooltip } from 'antd'
import { useState } from 'react'
import { plainDate } from '../../../days/plain-date.ts'
import { HandOver, handOverRoles, type LayoutSpan } from '../../../ledgers/decisions/decision.ts'
import { decisionKindLabel } from '../../../ledgers/decisions/decision-fields.ts'
import { query, saveFile } from '../../api.ts'
import { DayField } from '../../fields/day-field.tsx'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { dayIn, type FormDay } from '../../fields/typed-day.ts'
import { holds, useMe } from '../../session/me.ts'

interface WantedSpan {
  readonly kind: LayoutSpan['kind']
  readonly from: FormDay
  readonly to: FormDay
}

/** The span that is wanted, once both its days are days. */
function spanOf({ kind, ...days }: WantedSpan): LayoutSpan | null {
  const [from, to] = [dayIn(days.from), dayIn(days.to)]
  return from && to ? { kind, from, to } : null
}

/** The national layout of a span as Excel: masked at once, whole after the reason was given. */
export function ExportLayout() {
  const { today } = useMe()
  const [wanted, setWanted] = useState<WantedSpan>({
    kind: 'licensing',
    from: plainDate(`${today.slice(0, 4)}-01-01`),
    to: today,
  })
  const [isOpen, setOpen] = useState(false)
  const [isHandingOver, setHandingOver] = useState(false)
  const span = spanOf(wanted)
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={isOpen}
        onOpenChange={setOpen}
        title="导出双公示信息"
        content={
          <LayoutForm
            wanted={wanted}
            onWant={setWanted}
            onHandOver={() => {
              setOpen(false)
              setHandingOver(true)
            }}
          />
        }
      >
        <Button icon={<DownloadOutlined aria-hidden />}>导出双公示</Button>
      </Popover>
      {isHandingOver && span ? <HandOverDialog span={span} onClose={() => setHandingOver(false)} /> : null}
    </>
  )
}

function LayoutForm({ wanted, onWant, onHandOver }: LayoutFormProps) {
  const mayHandOver = holds(useMe(), handOverRoles)
  const span = spanOf(wanted)
  return (
    <Form layout="vertical" className="export-form">
      <Form.Item label="类别">
        <Segmented<LayoutSpan['kind']>
          block
          value={wanted.kind}
          onChange={(kind) => onWant({ ...wanted, kind })}
          options={[
            { value: 'licensing', label: '行政许可' },
            { value: 'penalty', label: '行政处罚' },
          ]}
        />
      </Form.Item>
      <Form.Item label="决定日期从">
        <DayField isNeeded value={wanted.from} onChange={(from) => onWant({ ...wanted, from })} />
      </Form.Item>
      <Form.Item label="到">
        <DayField isNeeded value={wanted.to} onChange={(to) => onWant({ ...wanted, to })} />
      </Form.Item>
      <p className="quiet">按信用信息共享的数据项编码导出应当公示的决定；自然人姓名、证件号码遮盖，可以对外提供。</p>
      <Button
        type="primary"
        block
        disabled={span === null}
        href={`/api/console/ledgers/decisions/export${query({ ...span })}`}
      >
        导出 Excel
      </Button>
      <p className="quiet export-whole">信用信息共享平台归集需要完整的姓名、证件号码，另行导出：</p>
      <Tooltip title={mayHandOver ? '' : '由政府信息公开工作机构负责人导出'}>
        <Button block disabled={!mayHandOver || span === null} onClick={onHandOver}>
          导出含个人信息的报送数据…
        </Button>
      </Tooltip>
      {mayHandOver ? null : <p className="quiet">由政府信息公开工作机构负责人导出。</p>}
    </Form>
  )
}

interface LayoutFormProps {
  readonly wanted: WantedSpan
  readonly onWant: (wanted: WantedSpan) => void
  readonly onHandOver: () => void
}

function HandOverDialog({ span, onClose }: { span: LayoutSpan; onClose: () => void }) {
  const { kind, from, to } = span
  return (
    <FormDialog
      title="导出含个人信息的报送数据"
      about={`${kind} ${from} ${to}`}
      action="导出"
      lead={`${from}至${to}的${decisionKindLabel(kind)}决定，自然人姓名、证件号码不遮盖，只用于向信用信息共享平台报送，不得公开、转发，报送后及时删除。导出的人、时间、件数和理由记入审计日志。`}
      schema={HandOver}
      initial={{ ...span, reason: '' }}
      save={(checked) => saveFile('ledgers/decisions/hand-over', checked)}
      onClose={onClose}
    >
      <Form.Item name="reason" label="报送给谁、理由" required>
        <TextField rows={2} max={300} />
      </Form.Item>
    </FormDialog>
  )
}
