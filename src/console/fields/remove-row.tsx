import { DeleteOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'

/** Takes a row away; where something has been typed into it, asks first. */
export function RemoveRow({ what, row, onRemove, size = 'middle' }: RemoveRowProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <Popconfirm
      open={isAsking}
      title={`${what}？`}
      description="已经填写的内容会一并去掉，不能恢复。"
      okText="去掉"
      cancelText="保留"
      onConfirm={() => {
        setAsking(false)
        onRemove()
      }}
      onCancel={() => setAsking(false)}
      onOpenChange={(open) => open || setAsking(false)}
    >
      <Button
        type="text"
        size={size}
        icon={<DeleteOutlined aria-hidden />}
        aria-label={what}
        onClick={() => (isBlank(row()) ? onRemove() : setAsking(true))}
      />
    </Popconfirm>
  )
}

/** Nothing has been typed or chosen. */
function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.values(value).every(isBlank)
}

interface RemoveRowProps {
  /** Such as 去掉第2行. */
  readonly what: string
  /** What stands in the row when it is asked. */
  readonly row: () => unknown
  readonly onRemove: () => void
  readonly size?: 'small' | 'middle'
}
