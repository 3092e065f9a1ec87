import { LockOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { z } from 'zod'
import { PlainDate } from '../../../days/plain-date.ts'
import { Quash, quashings } from '../../../ledgers/decisions/decision.ts'
import type { DecisionView } from '../../../ledgers/decisions/decision-view.ts'
import type { DecisionStep } from '../../../ledgers/decisions/steps.ts'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { FormDialog } from '../../fields/form-dialog.tsx'
import type { FormDay } from '../../fields/typed-day.ts'
import { useMe } from '../../session/me.ts'
import { type BegunRecord, editionAddress, ledgers } from '../ledgers-api.ts'

type Dialog = Exclude<DecisionStep, 'change'>

/** What may be done with a decision now, the next step first; what is shut stands under it with the reason. */
export function DecisionActs({ decision }: { decision: DecisionView }) {
  const [opened, setOpened] = useState<Dialog | null>(null)
  const { id, steps } = decision
  const close = () => setOpened(null)
  return (
    <>
      {steps
        .filter(({ why }) => why === null)
        .map(({ name, label, isNext }) =>
          name === 'change' ? (
            <Link key={name} to={`/ledgers/decisions/${id}/edit`}>
              <Button type={isNext ? 'primary' : 'default'}>{label}</Button>
            </Link>
          ) : (
            <Button
              key={name}
              type={isNext ? 'primary' : 'default'}
              danger={dangers.includes(name)}
              onClick={() => setOpened(name)}
            >
              {label}
            </Button>
          ),
        )}
      {opened === 'publicize' ? (
        <BeginDialog
          title="拟公示稿"
          says="按可以公示的数据项拟出公示稿，自然人姓名只保留姓氏，不含证件号码。公示稿和其他信息一样送三级审核，发布之日自动登记为公示日期。"
          begin={() => ledgers.publicize(id)}
          onClose={close}
        />
      ) : null}
      {opened === 'beginWithdrawal' ? (
        <BeginDialog
          title="发起撤回"
          says="拟出撤回稿并写明依据，经审核发布后公示页面改为撤回说明，撤回日期自动登记。"
          begin={() => ledgers.beginWithdrawal(id)}
          onClose={close}
        />
      ) : null}
      {opened === 'quash' ? <QuashDialog id={id} onClose={close} /> : null}
      {opened === 'noteWithdrawal' ? <DownDialog id={id} onClose={close} /> : null}
    </>
  )
}

const dangers: readonly DecisionStep[] = ['beginWithdrawal', 'noteWithdrawal']

/** The steps that are shut, with the words of the server; those with one reason stand together. */
export function ShutActs({ steps }: Pick<DecisionView, 'steps'>) {
  const shut = [...Map.groupBy(steps, ({ why }) => why ?? '')].filter(([why]) => why !== '')
  if (shut.length === 0) return null
  return (
    <details className="shut-steps">
      <summary>暂不能办理的步骤及原因</summary>
      <ul>
        {shut.map(([why, group]) => (
          <li key={why}>
            <span className="why">{why}</span>
            <span className="row gap-6">
              {group.map(({ name, label }) => (
                <Button
                  key={name}
                  size="small"
                  icon={<LockOutlined aria-hidden />}
                  aria-disabled
                  className="shut-button"
                  title={why}
                >
                  {label}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function BeginDialog({ title, says, begin, onClose }: BeginDialogProps) {
  const go = useNavigate()
  const client = useQueryClient()
  const beginning = useMutation({
    mutationFn: begin,
    onSuccess: async (begun) => {
      await client.invalidateQueries({ queryKey: ['decisions'] })
      go(editionAddress(begun))
    },
  })
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ loading: beginning.isPending }}
      onOk={() => beginning.mutate()}
      onCancel={onClose}
    >
      {beginning.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={beginning.error.message} />
      ) : null}
      <p>{says}</p>
    </Modal>
  )
}

interface BeginDialogProps {
  readonly title: string
  readonly says: string
  readonly begin: () => Promise<BegunRecord>
  readonly onClose: () => void
}

function useSaving(save: (checked: unknown) => Promise<unknown>) {
  const client = useQueryClient()
  return async (checked: unknown) => {
    await save(checked)
    await client.invalidateQueries({ queryKey: ['decisions'] })
  }
}

function QuashDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { today } = useMe()
  const save = useSaving((checked) => ledgers.quash(id, checked))
  return (
    <FormDialog<{ on: FormDay; how: string; by: string }>
      title="登记撤销、变更"
      about={id}
      action="登记"
      lead="公开的处罚决定被依法变更、撤销、确认违法或者确认无效的，应当在3日内撤回处罚决定信息并公开说明理由（行政处罚法第四十八条）。"
      schema={Quash}
      initial={{ on: today, how: 'revoked', by: '' }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="how" label="情形" required>
        <Select options={quashings.map(({ id: value, label }) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="on" label="日期" required>
        <DayField latest={today} />
      </Form.Item>
      <Form.Item name="by" label="依据的文书名称或者文号" required extra="如复议决定书、行政判决书的文号">
        <Input {...counted(300)} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

const Down = z.strictObject({ on: PlainDate })

function DownDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { today } = useMe()
  const save = useSaving((checked) => ledgers.noteWithdrawal(id, checked))
  return (
    <FormDialog<{ on: FormDay }>
      title="登记撤下"
      about={id}
      action="登记"
      lead="这件决定不是在本平台公示的。请在原公示处撤下后，在此登记撤下的日期。"
      schema={Down}
      initial={{ on: today }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="on" label="撤下日期" required>
        <DayField latest={today} />
      </Form.Item>
    </FormDialog>
  )
}
