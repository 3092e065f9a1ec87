import { Modal } from 'antd'
import { useEffect } from 'react'

interface Keys {
  readonly keys: readonly string[]
  readonly what: string
}

const everywhere: readonly Keys[] = [
  { keys: ['Ctrl', 'K'], what: '查找申请、信息、文件（业务人员）' },
  { keys: ['Tab'], what: '到下一个按钮或者栏目；进入页面后第一次按，可以跳过导航到正文' },
  { keys: ['Esc'], what: '关闭对话框；在日期栏中恢复原来的日期' },
  { keys: ['Ctrl', 'Enter'], what: '提交正在填写的步骤，保存正在登记的申请' },
  { keys: ['?'], what: '打开这张表' },
]
const inText: readonly Keys[] = [
  { keys: ['Ctrl', 'F'], what: '在正文中查找' },
  { keys: ['Ctrl', 'H'], what: '在正文中查找和替换' },
  { keys: ['Ctrl', 'Shift', 'L'], what: '一键排版：先看要改哪些，再决定' },
  { keys: ['Ctrl', 'Alt', 'F'], what: '插入注释；双击注释的序号，在正文和注释之间跳转' },
  { keys: ['Ctrl', 'Z'], what: '撤销' },
  { keys: ['Ctrl', 'B'], what: '加粗' },
]

/** The keys of the console; `?` opens it wherever nothing is being typed. */
export function KeyboardHelp({ isOpen, onOpen, onClose }: KeyboardHelpProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      onOpen()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onOpen])
  return (
    <Modal open={isOpen} title="键盘操作" footer={null} onCancel={onClose} destroyOnHidden>
      <KeyList keys={everywhere} />
      <h3>撰写信息正文时</h3>
      <KeyList keys={inText} />
      <p className="quiet">苹果电脑用 ⌘ 代替 Ctrl。</p>
    </Modal>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function KeyList({ keys: all }: { keys: readonly Keys[] }) {
  return (
    <dl className="facts">
      {all.map(({ keys, what }) => (
        <div key={what}>
          <dt>
            {keys.map((key, at) => (
              <span key={key}>
                {at > 0 ? ' + ' : ''}
                <kbd>{key}</kbd>
              </span>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

interface KeyboardHelpProps {
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}
