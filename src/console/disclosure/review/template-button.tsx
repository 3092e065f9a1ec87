import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { holds, useMe } from '../../session/me.ts'
import { records } from '../records-api.ts'
import { TemplateNameDialog } from '../template-name-dialog.tsx'

/** Keeps the text of this record as a template. */
export function TemplateButton({ view }: { view: RecordView }) {
  const isClerk = holds(useMe(), ['clerk'])
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  if (!isClerk) return null
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        存为模板
      </Button>
      {isAsking ? (
        <TemplateNameDialog
          title="存为模板"
          about={view.recordId}
          name={view.content.title.slice(0, 60)}
          lead="保存已存的标题、正文、栏目和分类，不带文号、日期、附件和这一类信息另填的项目。正文原样保存，其中个人信息请先删去。用“新建”中的“从模板”开始写。"
          save={async (name) => {
            await records.keepTemplate(view, name)
            await client.invalidateQueries({ queryKey: ['record-templates'] })
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
