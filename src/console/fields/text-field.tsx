import { Input } from 'antd'
import type { CSSProperties } from 'react'
import { counted } from './counted.ts'

/** A text of several lines that grows with what is written. Ant Design's own growing needs a style that the page's policy forbids. */
export function TextField({ rows = 3, max = 2000, ...control }: TextFieldProps) {
  return (
    <Input.TextArea
      {...control}
      rows={rows}
      {...counted(max)}
      className="text-field"
      style={{ '--rows': rows } as CSSProperties}
    />
  )
}

interface TextFieldProps {
  readonly rows?: number
  readonly max?: number
  readonly id?: string
  readonly value?: string
  readonly onChange?: (event: { target: { value: string } }) => void
  readonly 'aria-label'?: string
}
