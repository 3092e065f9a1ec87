import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { TextField } from './text-field.tsx'

interface Wording {
  readonly from?: string
  readonly to?: string
}

const most = 20

/** Words that are wrong in a letter, each beside what they should be. */
export function WordingsField({ value = [{}], onChange, id }: WordingsFieldProps) {
  const change = (index: number, part: Wording) =>
    onChange?.(value.map((each, at) => (at === index ? { ...each, ...part } : each)))
  // The label of the whole leads to the first field.
  const idOf = (index: number, part: keyof Wording) =>
    index === 0 && part === 'from' && id !== undefined ? id : `wording-${index}-${part}`
  const place = (index: number) => (value.length > 1 ? `第${index + 1}处，` : '')
  const drop = (index: number) => onChange?.(value.filter((_, at) => at !== index))
  return (
    <div className="wordings">
      {value.map(({ from = '', to = '' }, index) => (
        // Wordings have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="wording" key={index}>
          <div>
            <label htmlFor={idOf(index, 'from')}>{place(index)}写错的文字（照原文）</label>
            <TextField
              id={idOf(index, 'from')}
              value={from}
              rows={2}
              max={500}
              onChange={({ target }) => change(index, { from: target.value })}
            />
          </div>
          <div>
            <label htmlFor={idOf(index, 'to')}>{place(index)}更正后的文字（留空表示删去）</label>
            <TextField
              id={idOf(index, 'to')}
              value={to}
              rows={2}
              max={500}
              onChange={({ target }) => change(index, { to: target.value })}
            />
          </div>
          {value.length > 1 ? (
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉第${index + 1}处`}
              onClick={() => drop(index)}
            />
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange?.([...value, {}])}
        disabled={value.length >= most}
      >
        再加一处
      </Button>
    </div>
  )
}

interface WordingsFieldProps {
  readonly value?: readonly Wording[]
  readonly onChange?: (wordings: Wording[]) => void
  readonly id?: string
}
