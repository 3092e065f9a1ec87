import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ClearOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  RedoOutlined,
  SearchOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { LayoutTool } from './layout-tool.tsx'
import { LinkTool } from './link-tool.tsx'
import { addingNote } from './notes-extension.ts'
import { PictureTool } from './picture-tool.tsx'
import { TableTools } from './table-tools.tsx'

/** What can be done to the text; nothing that a text may not hold. `state` and the bar for finding stay in sight with it. */
export function Toolbar({ editor, state, onFind, finding, label, tools }: ToolbarProps) {
  return (
    <div className="row text-tools" role="toolbar" aria-label={`${label}格式`}>
      <HistoryTools editor={editor} />
      {tools ?? <RecordTools editor={editor} />}
      <Tool label="查找和替换（Ctrl+F）" icon={<SearchOutlined />} onUse={onFind} />
      {state}
      {finding}
    </div>
  )
}

interface ToolbarProps {
  readonly editor: Editor
  readonly state: ReactNode
  readonly onFind: () => void
  readonly finding: ReactNode
  readonly label: string
  /** In the place of those for the text of a record. */
  readonly tools: ReactNode
}

function RecordTools({ editor }: { editor: Editor }) {
  return (
    <>
      <StyleChoice editor={editor} />
      <MarkTools editor={editor} />
      <AlignTools editor={editor} />
      <BlockTools editor={editor} />
      <LinkTool editor={editor} />
      <PictureTool editor={editor} />
      <TableTools editor={editor} />
      <Tool
        label="插入注释（Ctrl+Alt+F）"
        icon={<sup>[1]</sup>}
        onUse={() => {
          editor.view.dispatch(addingNote(editor.state))
          editor.view.focus()
        }}
      />
      <LayoutTool editor={editor} />
    </>
  )
}

const inText = (editor: Editor) => editor.chain().focus()

function HistoryTools({ editor }: { editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ undo: now.can().undo(), redo: now.can().redo() }),
  })
  return (
    <>
      <Tool label="撤销" icon={<UndoOutlined />} off={!can.undo} onUse={() => inText(editor).undo().run()} />
      <Tool label="重做" icon={<RedoOutlined />} off={!can.redo} onUse={() => inText(editor).redo().run()} />
    </>
  )
}

const headings = [
  { value: 2, label: '一级标题' },
  { value: 3, label: '二级标题' },
  { value: 4, label: '三级标题' },
] as const
const styles = [{ value: 0, label: '正文' } as const, ...headings]
type StyleLevel = (typeof styles)[number]['value']

function StyleChoice({ editor }: { editor: Editor }) {
  const level = useEditorState({
    editor,
    selector: ({ editor: now }) => headings.find(({ value }) => now.isActive('heading', { level: value }))?.value ?? 0,
  })
  return (
    <Select<StyleLevel>
      size="small"
      className="text-style"
      aria-label="段落样式"
      value={level}
      options={styles}
      onChange={(chosen) =>
        chosen === 0 ? inText(editor).setParagraph().run() : inText(editor).setHeading({ level: chosen }).run()
      }
    />
  )
}

const marks = [
  { name: 'bold', label: '加粗', icon: <BoldOutlined /> },
  { name: 'italic', label: '斜体', icon: <ItalicOutlined /> },
  { name: 'underline', label: '下划线', icon: <UnderlineOutlined /> },
  {
    name: 'superscript',
    label: '上标',
    icon: (
      <span>
        x<sup>2</sup>
      </span>
    ),
  },
  {
    name: 'subscript',
    label: '下标',
    icon: (
      <span>
        x<sub>2</sub>
      </span>
    ),
  },
]

function MarkTools({ editor }: { editor: Editor }) {
  const set = useEditorState({
    editor,
    selector: ({ editor: now }) => [...marks.map(({ name }) => name), 'strike'].filter((name) => now.isActive(name)),
  })
  return (
    <>
      {marks.map(({ name, label, icon }) => (
        <Tool
          key={name}
          label={label}
          icon={icon}
          on={set.includes(name)}
          onUse={() => inText(editor).toggleMark(name).run()}
        />
      ))}
      {/* Shown where it is set, to be taken away: nobody is to strike words in a text that is published. */}
      {set.includes('strike') ? (
        <Tool
          label="去掉删除线"
          icon={<StrikethroughOutlined />}
          onUse={() => inText(editor).extendMarkRange('strike').unsetStrike().run()}
        />
      ) : null}
      <Tool
        label="清除格式"
        icon={<ClearOutlined />}
        onUse={() => inText(editor).unsetAllMarks().updateAttributes('paragraph', { textAlign: null }).run()}
      />
    </>
  )
}

function AlignTools({ editor }: { editor: Editor }) {
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      center: now.isActive({ textAlign: 'center' }),
      right: now.isActive({ textAlign: 'right' }),
    }),
  })
  const align = (textAlign: 'center' | 'right' | null) =>
    inText(editor).updateAttributes('paragraph', { textAlign }).run()
  return (
    <>
      <Tool label="左对齐" icon={<AlignLeftOutlined />} onUse={() => align(null)} />
      <Tool label="居中" icon={<AlignCenterOutlined />} on={is.center} onUse={() => align('center')} />
      <Tool label="右对齐" icon={<AlignRightOutlined />} on={is.right} onUse={() => align('right')} />
    </>
  )
}

function BlockTools({ editor }: { editor: Editor }) {
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bullet: now.isActive('bulletList'),
      ordered: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
    }),
  })
  return (
    <>
      <Tool
        label="项目符号"
        icon={<UnorderedListOutlined />}
        on={is.bullet}
        onUse={() => inText(editor).toggleList('bulletList', 'listItem').run()}
      />
      <Tool
        label="编号列表"
        icon={<OrderedListOutlined />}
        on={is.ordered}
        onUse={() => inText(editor).toggleList('orderedList', 'listItem').run()}
      />
      <Tool label="引用" icon={<span>“ ”</span>} on={is.quote} onUse={() => inText(editor).toggleBlockquote().run()} />
    </>
  )
}

export function Tool({ label, icon, on, off = false, onUse }: ToolProps) {
  return (
    <Button
      size="small"
      type="text"
      className="text-tool"
      icon={<span aria-hidden="true">{icon}</span>}
      aria-label={label}
      title={label}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      disabled={off}
      // The selection in the text stays while the button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    />
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  /** Whether it is set where the cursor stands; left out for what is only done. */
  readonly on?: boolean
  readonly off?: boolean
  readonly onUse: () => void
}
