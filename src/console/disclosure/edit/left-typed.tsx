import { Alert, Button } from 'antd'
import { useState } from 'react'
import { changesBetween } from '../../../disclosure/changes.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { useMe } from '../../session/me.ts'
import { ChangesList } from '../changes-list.tsx'
import { shelfOf } from './shelf.ts'

/** What this person typed on this computer and what never reached the server, where the text can no longer be changed. */
export function LeftTyped({ view }: { view: RecordView }) {
  const { staff } = useMe()
  const shelf = shelfOf(staff.id, `${view.recordId}.${view.edition}`)
  const [left, setLeft] = useState(shelf.read)
  const [isOpen, setOpen] = useState(false)
  if (!left || JSON.stringify(left.content) === JSON.stringify(view.content)) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title="您在这台电脑上还有没有存到服务器的文字"
      description={
        <>
          <p>
            {view.whyNotSave === null
              ? '点“修改文本”会接着保存。'
              : `现在不能保存：${view.whyNotSave}。需要的话请退回或者另开一版后再改。`}
          </p>
          {isOpen ? <ChangesList changes={changesBetween(view.content, left.content)} /> : null}
        </>
      }
      action={
        <span className="stacked">
          <Button size="small" onClick={() => setOpen(!isOpen)}>
            {isOpen ? '收起' : '看是哪些'}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => {
              shelf.clear()
              setLeft(undefined)
            }}
          >
            不要了
          </Button>
        </span>
      }
    />
  )
}
