import { useQuery } from '@tanstack/react-query'
import { Button, Input, Space } from 'antd'
import { useId } from 'react'
import { yearOf } from '../../days/plain-date.ts'
import { IndexNumberTemplate, indexNumberOf } from '../../disclosure/index-number.ts'
import { counted } from '../fields/counted.ts'
import { useMe } from '../session/me.ts'
import { administration } from './organs-api.ts'

/** Shapes in use, by who uses them. */
const samples = [
  { label: '信用代码/年-序号', template: '{creditCode}/{yyyy}-{seq:5}' },
  { label: '机关代字-年-序号', template: '{letterCode}-{yyyy}-{seq:5}' },
] as const

/** The template of index numbers, with the next number as it would look. */
export function IndexNumberField({ labelId, value, onChange }: IndexNumberFieldProps) {
  const { today } = useMe()
  const previewId = useId()
  const { data: organ } = useQuery({ queryKey: ['organ'], queryFn: administration.organ })
  const checked = IndexNumberTemplate.safeParse(value)
  return (
    <div className="index-number full-width">
      <Input
        aria-labelledby={labelId}
        aria-describedby={previewId}
        {...counted(80)}
        value={value}
        status={checked.success ? '' : 'error'}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={previewId} aria-live="polite" className={checked.success ? 'quiet' : 'late'}>
        {checked.success
          ? organ && `例如第17条：${indexNumberOf(checked.data, organ, yearOf(today), 17)}`
          : checked.error.issues[0]?.message}
      </p>
      {organ && value.includes('{creditCode}') && organ.creditCode === '' ? (
        <p className="quiet">
          本机关未登记统一社会信用代码，以“{organ.letterCode || organ.slug}”代替；请先在“机关信息”登记。
        </p>
      ) : null}
      <Space wrap>
        {samples.map(({ label, template }) => (
          <Button key={template} size="small" onClick={() => onChange(template)}>
            {label}
          </Button>
        ))}
      </Space>
      <p className="quiet">{'{creditCode} 信用代码，{letterCode} 机关代字，{yyyy} 年份，{seq:5} 至少五位的顺序号。'}</p>
    </div>
  )
}

interface IndexNumberFieldProps {
  readonly labelId: string
  readonly value: string
  readonly onChange: (template: string) => void
}
