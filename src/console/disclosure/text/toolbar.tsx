import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ClearOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  RedoOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { LinkTool } from './link-tool.tsx'
import { PictureTool } from './picture-tool.tsx'
import { TableTools } from './table-tools.tsx'

const styles = [
  { value: 0, label: '正文' },
  { value: 2, label: '一级标题' },
  { value: 3, label: '二级标题' },
  { value: 4, label: '三级标题' },
]

const stateOf = (editor: Editor) => ({
  level: editor.isActive('heading') ? Number(editor.getAttributes('heading').level) : 0,
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  underline: editor.isActive('underline'),
  superscript: editor.isActive('superscript'),
  subscript: editor.isActive('subscript'),
  strike: editor.isActive('strike'),
  bullet: editor.isActive('bulletList'),
  ordered: editor.isActive('orderedList'),
  quote: editor.isActive('blockquote'),
  center: editor.isActive({ textAlign: 'center' }),
  right: editor.isActive({ textAlign: 'right' }),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
})

/** What can be done to the text; nothing that a text may not hold. */
export function Toolbar({ editor }: { editor: Editor }) {
  const state = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) })
  const go = () => editor.chain().focus()
  const align = (textAlign: 'center' | 'right' | null) => go().updateAttributes('paragraph', { textAlign }).run()
  return (
    <div className="row text-tools" role="toolbar" aria-label="正文格式">
      <Tool label="撤销" icon={<UndoOutlined />} off={!state.canUndo} onUse={() => go().undo().run()} />
      <Tool label="重做" icon={<RedoOutlined />} off={!state.canRedo} onUse={() => go().redo().run()} />
      <Select
        size="small"
        className="text-style"
        aria-label="段落样式"
        value={state.level}
        options={styles}
        onChange={(level: number) =>
          level === 0
            ? go().setParagraph().run()
            : go()
                .setHeading({ level: level as 2 | 3 | 4 })
                .run()
        }
      />
      <Tool label="加粗" icon={<BoldOutlined />} on={state.bold} onUse={() => go().toggleBold().run()} />
      <Tool label="斜体" icon={<ItalicOutlined />} on={state.italic} onUse={() => go().toggleItalic().run()} />
      <Tool
        label="下划线"
        icon={<UnderlineOutlined />}
        on={state.underline}
        onUse={() => go().toggleUnderline().run()}
      />
      <Tool
        label="上标"
        icon={
          <span>
            x<sup>2</sup>
          </span>
        }
        on={state.superscript}
        onUse={() => go().toggleMark('superscript').run()}
      />
      <Tool
        label="下标"
        icon={
          <span>
            x<sub>2</sub>
          </span>
        }
        on={state.subscript}
        onUse={() => go().toggleMark('subscript').run()}
      />
      {/* Shown where it is set, to be taken away: nobody is to strike words in a text that is published. */}
      {state.strike ? (
        <Tool
          label="去掉删除线"
          icon={<StrikethroughOutlined />}
          onUse={() => go().extendMarkRange('strike').unsetStrike().run()}
        />
      ) : null}
      <Tool
        label="清除格式"
        icon={<ClearOutlined />}
        onUse={() => go().unsetAllMarks().updateAttributes('paragraph', { textAlign: null }).run()}
      />
      <Tool label="左对齐" icon={<AlignLeftOutlined />} onUse={() => align(null)} />
      <Tool label="居中" icon={<AlignCenterOutlined />} on={state.center} onUse={() => align('center')} />
      <Tool label="右对齐" icon={<AlignRightOutlined />} on={state.right} onUse={() => align('right')} />
      <Tool
        label="项目符号"
        icon={<UnorderedListOutlined />}
        on={state.bullet}
        onUse={() => go().toggleList('bulletList', 'listItem').run()}
      />
      <Tool
        label="编号列表"
        icon={<OrderedListOutlined />}
        on={state.ordered}
        onUse={() => go().toggleList('orderedList', 'listItem').run()}
      />
      <Tool label="引用" icon={<span>“ ”</span>} on={state.quote} onUse={() => go().toggleBlockquote().run()} />
      <LinkTool editor={editor} />
      <PictureTool editor={editor} />
      <TableTools editor={editor} />
    </div>
  )
}

function Tool({ label, icon, on, off = false, onUse }: ToolProps) {
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
