import { RepeatedRows } from './repeated-rows.tsx'
import { TextField } from './text-field.tsx'

/** The pieces into which one letter falls: each becomes a request of its own. */
export function PiecesField({ value = [''], onChange, id, label = '件' }: PiecesFieldProps) {
  const isOne = value.length === 1
  return (
    <RepeatedRows
      rows={value}
      onChange={onChange}
      blank=""
      most={50}
      className="stacked start gap-8"
      rowClass="piece"
      unit="件"
      add={`再分一${label}`}
    >
      {(text, index, change) => (
        <>
          {isOne ? null : <span className="piece-number">{index + 1}</span>}
          <TextField
            {...(index === 0 && id !== undefined ? { id } : {})}
            value={text}
            onChange={({ target }) => change(target.value)}
            rows={isOne ? 4 : 2}
            {...(isOne ? {} : { 'aria-label': `第${index + 1}件的内容` })}
          />
        </>
      )}
    </RepeatedRows>
  )
}

interface PiecesFieldProps {
  readonly value?: readonly string[]
  readonly onChange?: (pieces: string[]) => void
  readonly id?: string
  readonly label?: string
}
