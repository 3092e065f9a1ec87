import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { Button, Select } from 'antd'
import type { Count } from '../../report/draft/counts.ts'
import { hrefOfCount } from '../../report/draft/words.ts'

/** Puts a number of the registers into the text: it goes on with them until the report is put up. */
export function CountTool({ editor, counts }: { editor: Editor; counts: readonly Count[] }) {
  const linked = useEditorState({
    editor,
    selector: ({ editor: now }) => String(now.getAttributes('link').href ?? ''),
  })
  const insert = (id: string) => {
    const count = counts.find((each) => each.id === id)
    if (!count) return
    const marks = [{ type: 'link', attrs: { href: hrefOfCount(id) } }]
    editor.chain().focus().insertContent({ type: 'text', text: count.value, marks }).unsetMark('link').run()
  }
  return (
    <>
      <Select<string>
        size="small"
        className="count-choice"
        aria-label="插入台账数"
        placeholder="插入台账数…"
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={420}
        options={counts.map(({ id, label, value }) => ({ value: id, label: `${label}：${value}` }))}
        onChange={insert}
      />
      {linked.startsWith('#') ? (
        <Button
          size="small"
          type="text"
          onClick={() => editor.chain().focus().extendMarkRange('link').unsetMark('link').run()}
        >
          改为普通数字
        </Button>
      ) : null}
    </>
  )
}
