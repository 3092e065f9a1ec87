import { DeleteOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { isBlank } from './is-blank.ts'

/** Takes a row away; where something has been typed into it, asks first. Who works by keyboard goes on at what stood before it. */
export function RemoveRow({ what, row, onRemove, size = 'middle' }: RemoveRowProps) {
  const { modal } = App.useApp()
  const button = useRef<HTMLButtonElement>(null)
  const ask = () => {
    const before = focusableBefore(button.current)
    const goOn = () => before.find(({ isConnected }) => isConnected)?.focus()
    if (isBlank(row())) {
      onRemove()
      requestAnimationFrame(goOn)
      return
    }
    let isGone = false
    modal.confirm({
      title: `${what}？`,
      content: '填写的内容会一并去掉，需要时重新填写。',
      okText: '去掉',
      cancelText: '保留',
      autoFocusButton: 'cancel',
      onOk: () => {
        isGone = true
        onRemove()
      },
      afterClose: () => {
        if (isGone) goOn()
      },
    })
  }
  return (
    <Button
      ref={button}
      type="text"
      size={size}
      icon={<DeleteOutlined aria-hidden />}
      aria-label={what}
      onClick={ask}
    />
  )
}

/** The nearest first, the button itself at the head: rows without a name keep it for the row that moves up. */
function focusableBefore(button: HTMLElement | null): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(':is(button, input, textarea):enabled')]
  const at = button ? all.indexOf(button) : -1
  return all.slice(0, at + 1).reverse()
}

interface RemoveRowProps {
  /** Such as 去掉第2行. */
  readonly what: string
  /** What stands in the row when it is asked. */
  readonly row: () => unknown
  readonly onRemove: () => void
  readonly size?: 'small' | 'middle'
}
