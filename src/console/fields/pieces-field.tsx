import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { TextField } from './text-field.tsx'

/** The pieces into which one letter falls: each becomes a request of its own. */
export function PiecesField({ value = [''], onChange, id, label = '件' }: PiecesFieldProps) {
  const change = (index: number, text: string) => onChange?.(value.map((each, at) => (at === index ? text : each)))
  const add = () => onChange?.([...value, ''])
  const drop = (index: number) => onChange?.(value.filter((_, at) => at !== index))
  return (
    <div className="pieces">
      {value.map((text, index) => (
        // Pieces have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="piece" key={index}>
          {value.length > 1 ? <span className="piece-number">{index + 1}</span> : null}
          <TextField
            {...(index === 0 && id !== undefined ? { id } : {})}
            value={text}
            onChange={({ target }) => change(index, target.value)}
            rows={value.length > 1 ? 2 : 4}
            {...(value.length > 1 ? { 'aria-label': `第${index + 1}件的内容` } : {})}
          />
          {value.length > 1 ? (
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉第${index + 1}件`}
              onClick={() => drop(index)}
            />
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={add}
        disabled={value.length >= 50}
      >
        再分一{label}
      </Button>
    </div>
  )
}

interface PiecesFieldProps {
  readonly value?: readonly string[]
  readonly onChange?: (pieces: string[]) => void
  readonly id?: string
  readonly label?: string
}
