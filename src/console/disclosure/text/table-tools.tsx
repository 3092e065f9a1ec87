import { TableOutlined } from '@ant-design/icons'
import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { Button, Dropdown } from 'antd'
import { fillWidths, forgetWidths, widen } from './column-widths.ts'

/** Dots of the screen by which a column is made wider. */
const step = 24

const fairly = ({ tr }: { readonly tr: Transaction }): boolean => {
  fillWidths(tr)
  return true
}

/** Inserts a table; inside one, what can be done to its rows, columns and cells. */
export function TableTools({ editor }: { editor: Editor }) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isIn: now.isActive('table'),
      canMerge: now.can().mergeCells(),
      canSplit: now.can().splitCell(),
    }),
  })
  const go = () => editor.chain().focus()
  const items = state.isIn
    ? [
        { key: 'rowAfter', label: '在下面加一行', onClick: () => go().addRowAfter().run() },
        { key: 'rowBefore', label: '在上面加一行', onClick: () => go().addRowBefore().run() },
        { key: 'columnAfter', label: '在右边加一列', onClick: () => go().addColumnAfter().command(fairly).run() },
        { key: 'columnBefore', label: '在左边加一列', onClick: () => go().addColumnBefore().command(fairly).run() },
        { type: 'divider' as const },
        {
          key: 'merge',
          label: '合并选中的单元格',
          disabled: !state.canMerge,
          onClick: () => go().mergeCells().run(),
        },
        { key: 'split', label: '拆分单元格', disabled: !state.canSplit, onClick: () => go().splitCell().run() },
        { key: 'head', label: '首行是表头（切换）', onClick: () => go().toggleHeaderRow().run() },
        { key: 'headColumn', label: '首列是表头（切换）', onClick: () => go().toggleHeaderColumn().run() },
        { type: 'divider' as const },
        { key: 'widen', label: '加宽这一列（也可拖动列边）', onClick: () => widen(editor.view, step) },
        { key: 'narrow', label: '收窄这一列', onClick: () => widen(editor.view, -step) },
        { key: 'auto', label: '列宽恢复自动', onClick: () => forgetWidths(editor.view) },
        { type: 'divider' as const },
        { key: 'dropRow', label: '删除这一行', onClick: () => go().deleteRow().run() },
        { key: 'dropColumn', label: '删除这一列', onClick: () => go().deleteColumn().run() },
        { key: 'drop', label: '删除整个表格', danger: true, onClick: () => go().deleteTable().run() },
      ]
    : [3, 5, 8].map((rows) => ({
        key: String(rows),
        label: `插入表格：${rows}行3列，首行是表头`,
        onClick: () => go().insertTable({ rows, cols: 3, withHeaderRow: true }).run(),
      }))
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button
        size="small"
        type="text"
        className="text-tool"
        icon={<TableOutlined aria-hidden />}
        aria-pressed={state.isIn}
      >
        表格
      </Button>
    </Dropdown>
  )
}
