import { Button } from 'antd'
import { useId, useState } from 'react'
import { TextField } from '../../fields/text-field.tsx'
import { fileOfPasted } from './pasted.ts'

/** Rows copied from a table, or addresses with their titles line by line: read like a file. */
export function PastedRows({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <details className="gap-above">
      <summary>没有文件，直接粘贴</summary>
      <label htmlFor={id} className="quiet">
        从表格里复制的几行（连同表头），或者一行一条的“标题、日期、网址”
      </label>
      <TextField id={id} rows={6} max={200_000} value={text} onChange={({ target }) => setText(target.value)} />
      <Button className="gap-above" disabled={isBusy || text.trim() === ''} onClick={() => onFile(fileOfPasted(text))}>
        检查粘贴的内容
      </Button>
    </details>
  )
}
