import { RepeatedRows } from './repeated-rows.tsx'
import { TextField } from './text-field.tsx'

interface Wording {
  readonly from?: string
  readonly to?: string
}

/** Words that are wrong in a letter, each beside what they should be. */
export function WordingsField({ value = [{}], onChange, id }: WordingsFieldProps) {
  // The label of the whole leads to the first field.
  const idOf = (index: number, part: keyof Wording) =>
    index === 0 && part === 'from' && id !== undefined ? id : `wording-${index}-${part}`
  const place = (index: number) => (value.length > 1 ? `第${index + 1}处，` : '')
  return (
    <RepeatedRows<Wording>
      rows={value}
      onChange={onChange}
      blank={{}}
      most={20}
      className="stacked start gap-12"
      rowClass="wording"
      unit="处"
      add="再加一处"
    >
      {(wording, index, change) => (
        <>
          <div>
            <label htmlFor={idOf(index, 'from')}>{place(index)}写错的文字（照原文）</label>
            <TextField
              id={idOf(index, 'from')}
              value={wording.from ?? ''}
              rows={2}
              max={500}
              onChange={({ target }) => change({ ...wording, from: target.value })}
            />
          </div>
          <div>
            <label htmlFor={idOf(index, 'to')}>{place(index)}更正后的文字（留空表示删去）</label>
            <TextField
              id={idOf(index, 'to')}
              value={wording.to ?? ''}
              rows={2}
              max={500}
              onChange={({ target }) => change({ ...wording, to: target.value })}
            />
          </div>
        </>
      )}
    </RepeatedRows>
  )
}

interface WordingsFieldProps {
  readonly value?: readonly Wording[]
  readonly onChange?: (wordings: Wording[]) => void
  readonly id?: string
}
