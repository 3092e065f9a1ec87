import { LinkOutlined } from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { Button, Form, Input, Popover } from 'antd'
import { useState } from 'react'
import { linkProblem } from '../../../text/link-problem.ts'
import { counted } from '../../fields/counted.ts'
import { isAllowedLink } from './schema.ts'

/** A link on the selected words, or on the address itself where none are selected. */
export function LinkTool({ editor }: { editor: Editor }) {
  const [isOpen, setOpen] = useState(false)
  const isOn = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      title="链接"
      content={<LinkForm editor={editor} isOn={isOn} onDone={() => setOpen(false)} />}
    >
      <Button
        size="small"
        type="text"
        className="text-tool"
        icon={<LinkOutlined aria-hidden />}
        aria-label="链接"
        title="链接"
        aria-pressed={isOn}
      />
    </Popover>
  )
}

function LinkForm({ editor, isOn, onDone }: { editor: Editor; isOn: boolean; onDone: () => void }) {
  const first = String(editor.getAttributes('link').href ?? '')
  const set = ({ href }: { href: string }) => {
    const mark = { type: 'link', attrs: { href: href.trim() } }
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !isOn)
      chain.insertContent({ type: 'text', text: href.trim(), marks: [mark] }).run()
    else chain.setMark('link', mark.attrs).run()
    onDone()
  }
  const take = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    onDone()
  }
  return (
    <Form<{ href: string }> layout="vertical" initialValues={{ href: first }} onFinish={set} className="link-form">
      <Form.Item
        name="href"
        label="网址"
        rules={[
          {
            validator: async (_, value: string) => {
              const typed = (value ?? '').trim()
              const why = isAllowedLink(typed) ? linkProblem(typed) : '网址应以 http:// 或者 https:// 开头'
              if (why) throw new Error(why)
            },
          },
        ]}
        validateTrigger="onSubmit"
      >
        <Input placeholder="https://" {...counted(2000)} autoFocus />
      </Form.Item>
      <div className="form-buttons">
        {isOn ? <Button onClick={take}>去掉链接</Button> : null}
        <Button type="primary" htmlType="submit">
          确定
        </Button>
      </div>
    </Form>
  )
}
