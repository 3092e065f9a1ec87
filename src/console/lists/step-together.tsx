import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { FormDialog } from '../fields/form-dialog.tsx'
import type { TogetherProps } from './list-panel.tsx'

/** A step that is taken on several ticked rows, each for itself: with its own key, its own entry in the audit log, whole or not at all. */
export interface StepTogether<Item> {
  /** On the button, and as what is done is told: 已交办2件. */
  readonly label: string
  readonly title: (count: number) => string
  readonly idOf: (item: Item) => string
  readonly nameOf: (item: Item) => string
  /** The word by which they are counted: 件, 条. */
  readonly unit: string
  /** What happens to each. */
  readonly says: string
  /** Why it is shut for this one now, as the server says it; null where it is open. */
  readonly whyNot: (item: Item) => Promise<string | null>
  readonly take: (item: Item, input: unknown) => Promise<unknown>
  /** Whose queries are read anew. */
  readonly moves: readonly string[]
  /** What is typed once for all. */
  readonly schema: z.ZodType
  readonly initial: object
  readonly fields?: ReactNode
}

/** How many rows are ticked, and what may be done with them at once. */
export function StepsTogether<Item>({ steps, items, onDone }: StepsTogetherProps<Item>) {
  const [opened, setOpened] = useState<StepTogether<Item>>()
  const unit = steps[0]?.unit
  return (
    <div className="row gap-below" role="status">
      已选{items.length}
      {unit}
      {steps.map((step) => (
        <Button key={step.label} onClick={() => setOpened(step)}>
          {step.label}
        </Button>
      ))}
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      {opened ? (
        <TogetherDialog step={opened} items={items} onDone={onDone} onClose={() => setOpened(undefined)} />
      ) : null}
    </div>
  )
}

interface StepsTogetherProps<Item> extends TogetherProps<Item> {
  readonly steps: readonly StepTogether<Item>[]
}

interface TogetherDialogProps<Item> extends TogetherProps<Item> {
  readonly step: StepTogether<Item>
  readonly onClose: () => void
}

function TogetherDialog<Item>({ step, items, onDone, onClose }: TogetherDialogProps<Item>) {
  const { label, title, idOf, nameOf, unit, says, whyNot, take, moves, schema, initial, fields } = step
  const client = useQueryClient()
  const { message } = App.useApp()
  const [at, setAt] = useState(0)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const ids = items.map(idOf)
  const asked = useQuery({
    queryKey: ['together', label, ids],
    queryFn: () => Promise.all(items.map(async (item) => ({ item, why: await whyNot(item) }))),
    gcTime: 0,
  })
  const shut = asked.data?.filter(({ why }) => why !== null) ?? []
  const open = (asked.data ?? []).filter(({ why }) => why === null).map(({ item }) => item)
  const left = open.filter((item) => !taken.has(idOf(item)))
  const takeEach = async (input: unknown) => {
    if (left.length === 0)
      throw new Error(asked.data ? `选中的${unit === '条' ? '信息' : '事项'}现在都不能${label}` : '正在核对，请稍候')
    const done = new Set(taken)
    const refused: string[] = []
    for (const [index, item] of left.entries()) {
      setAt(index + 1)
      try {
        await take(item, input)
        done.add(idOf(item))
      } catch (error) {
        refused.push(`${nameOf(item)}：${error instanceof Error ? error.message : '没有办成'}`)
      }
    }
    setAt(0)
    setTaken(done)
    if (refused.length > 0)
      throw new Error(`已${label}${done.size}${unit}，下列${refused.length}${unit}没有${label}。${refused.join('；')}`)
    message.success(`已${label}${done.size}${unit}`)
  }
  const close = () => {
    onClose()
    if (taken.size === 0) return
    for (const key of moves) client.invalidateQueries({ queryKey: [key] })
    onDone()
  }
  return (
    <FormDialog
      title={title(items.length)}
      about={ids.join(' ')}
      action={label}
      schema={schema}
      initial={initial}
      lead={says}
      save={takeEach}
      isTold
      onClose={close}
    >
      {asked.isPending ? <Spin /> : null}
      {asked.error ? <Alert className="gap-below" type="error" role="alert" title={asked.error.message} /> : null}
      {left.length > 0 ? (
        <p className="gap-below">
          {taken.size > 0 ? `还没有${label}的：` : `可以${label}的${left.length}${unit}：`}
          {left.map(nameOf).join('、')}
        </p>
      ) : null}
      {shut.length > 0 ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={`下列${shut.length}${unit}不能${label}，不会变动`}
          description={
            <ul>
              {shut.map(({ item, why }) => (
                <li key={idOf(item)}>
                  {nameOf(item)}：{why}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      {at > 0 ? (
        <Alert className="gap-below" role="status" title={`正在办理第${at}${unit}，共${left.length}${unit}`} />
      ) : null}
      {fields}
    </FormDialog>
  )
}
