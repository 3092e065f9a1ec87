import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Input, Modal, Spin } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { counted } from '../fields/counted.ts'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { find } from './find.ts'
import { type FoundItem, foundItems } from './found-items.tsx'
import { placeAfter } from './found-list.ts'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Ctrl/⌘+K: finds from anywhere what people call by a number, a name or words. */
export function Finder() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button
        className="finder-button"
        icon={<SearchOutlined aria-hidden />}
        aria-label="查找"
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <span className="only-wide-inline">
          查找 <kbd>{isApple ? '⌘' : 'Ctrl'} K</kbd>
        </span>
      </Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        width={600}
        title="查找"
        destroyOnHidden
      >
        <Find onGo={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Find({ onGo }: { onGo: () => void }) {
  useGiveFocusBack()
  const go = useNavigate()
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { words, items, isFetching, error } = useFound(text)
  const open = (path: string) => {
    onGo()
    go(path)
  }
  const onKey = ({ key, nativeEvent }: KeyboardEvent) => {
    if (nativeEvent.isComposing) return
    setAt(placeAfter(key, at, items.length))
    const found = items[at]
    if (key === 'Enter' && found) open(found.path)
  }
  return (
    <div className="find">
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        suffix={isFetching ? <Spin size="small" /> : <span />}
        placeholder="编号、文号、索引号、标题、内容，或者完整的姓名、电话"
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-label="查找"
        aria-activedescendant={items[at] ? `${list}-${at}` : undefined}
        {...counted(100)}
      />
      <FoundList id={list} items={items} at={at} onPoint={setAt} onOpen={open} />
      {words !== '' && items.length === 0 && !isFetching ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={error ? error.message : '没有找到，请换个编号或者字词试试'}
        />
      ) : null}
      <p className="quiet find-hint">
        申请可以凭编号、文书文号、内容查找，也可以凭申请人的完整姓名、电话，或者回执上的完整查询码查找。按姓名、电话只列出您有权查看申请人的申请；按查询码查到的记入审计日志。
      </p>
    </div>
  )
}

/** What is found for a text; while it is looked for, what was found before stays. */
function useFound(text: string) {
  const words = useDeferredValue(text.trim())
  const { data, isFetching, error } = useQuery({
    queryKey: ['find', words],
    queryFn: () => find(words),
    enabled: words !== '',
    // What a code leads to is recorded each time that it is asked.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
  return { words, items: words === '' || !data ? [] : foundItems(data), isFetching, error }
}

/** The keyboard stays in the field above, which names the one that is pointed at. */
function FoundList({ id, items, at, onPoint, onOpen }: FoundListProps) {
  return (
    <div id={id} role="listbox" aria-label="查找结果" className="find-results">
      {items.map(({ path, name, says, state }, index) => (
        <div
          key={path}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseEnter={() => onPoint(index)}
          onClick={() => onOpen(path)}
          onKeyDown={() => undefined}
        >
          <span className="row apart">
            <strong>{name}</strong>
            {state}
          </span>
          <span>{says}</span>
        </div>
      ))}
    </div>
  )
}

interface FoundListProps {
  readonly id: string
  readonly items: readonly FoundItem[]
  readonly at: number
  readonly onPoint: (index: number) => void
  readonly onOpen: (path: string) => void
}
