import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'

/** Moves one of several files a place further up or down. */
export function OrderButtons({ name, isFirst, isLast, onMove, size = 'middle' }: OrderButtonsProps) {
  return (
    <>
      <Button
        size={size}
        type="text"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={`上移${name}`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <Button
        size={size}
        type="text"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={`下移${name}`}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
    </>
  )
}

interface OrderButtonsProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly size?: ButtonProps['size']
}
