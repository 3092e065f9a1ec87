import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Tool } from './toolbar.tsx'
import { useFinding } from './use-finding.ts'

/** Finds words of the text and puts others in their place. `asked` counts the times on which it was called for. */
export function FindBar({ editor, asked, onClose }: FindBarProps) {
  const [words, setWords] = useState('')
  const field = useRef<InputRef>(null)
  const { sought, told, isFound, seek, seekSelected, next, previous, replaceOne, replaceAll } = useFinding(editor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: called for again, it takes what is selected by then
  useEffect(() => {
    seekSelected()
    field.current?.focus({ cursor: 'all' })
  }, [asked])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const onKey = (event: KeyboardEvent, key: 'Enter' | 'Escape', act: () => void) => {
    if (event.key !== key || event.nativeEvent.isComposing) return
    event.preventDefault()
    act()
  }
  return (
    <search className="row find-bar" aria-label="在正文中查找" onKeyDown={(event) => onKey(event, 'Escape', close)}>
      <Input
        ref={field}
        size="small"
        className="find-words"
        aria-label="查找"
        placeholder="查找"
        value={sought}
        onChange={({ target }) => seek(target.value)}
        onKeyDown={(event) => onKey(event, 'Enter', event.shiftKey ? previous : next)}
      />
      <Tool label="上一处" icon={<UpOutlined />} off={!isFound} onUse={previous} />
      <Tool label="下一处" icon={<DownOutlined />} off={!isFound} onUse={next} />
      <span className="quiet" role="status">
        {told}
      </span>
      <Input
        size="small"
        className="find-words"
        aria-label="替换为"
        placeholder="替换为（不填即删去）"
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => onKey(event, 'Enter', () => replaceOne(words))}
      />
      <Button size="small" onClick={() => replaceOne(words)}>
        替换
      </Button>
      <Button size="small" onClick={() => replaceAll(words)}>
        全部替换
      </Button>
      <Tool label="关闭查找" icon={<CloseOutlined />} onUse={close} />
    </search>
  )
}

interface FindBarProps {
  readonly editor: Editor
  readonly asked: number
  readonly onClose: () => void
}
