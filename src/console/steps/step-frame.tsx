import type { QueryKey } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { StepButtons } from './step-buttons.tsx'
import { StepProblem } from './step-problem.tsx'

/** The drawer in which a step is filled in: what it is, why it was refused, the form, and the buttons that take or leave it. */
export function StepFrame<View>(props: StepFrameProps<View>) {
  const { title, article, size, error, queryKey, onReloaded, children, onClose, ...buttons } = props
  useGiveFocusBack()
  return (
    <Drawer
      open
      size={size}
      title={title}
      extra={<span className="quiet only-wide-inline">{article}</span>}
      onClose={onClose}
      mask={{ closable: false }}
      footer={<StepButtons {...buttons} onClose={onClose} />}
    >
      <StepProblem error={error} queryKey={queryKey} onReloaded={onReloaded} />
      {children}
    </Drawer>
  )
}

interface StepFrameProps<View> {
  readonly title: string
  readonly article: string | undefined
  readonly size: number
  /** Why it was not taken. */
  readonly error: Error | null
  /** What is read again where somebody else was faster. */
  readonly queryKey: QueryKey
  readonly onReloaded: (now: View | undefined) => void
  readonly children: ReactNode
  readonly label: string
  readonly why: string | null
  readonly isDangerous?: boolean
  readonly isPending: boolean
  readonly onTake: () => void
  readonly onClose: () => void
}
