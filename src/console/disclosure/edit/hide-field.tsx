import { Checkbox } from 'antd'
import { TextField } from '../../fields/text-field.tsx'

/** 隐去原文: whether earlier texts go from the public's history, and why. Unset while they stay. */
export function HideField({ id, value, onChange }: HideFieldProps) {
  const hides = value !== undefined
  return (
    <>
      <Checkbox
        {...(hides || id === undefined ? {} : { id })}
        checked={hides}
        onChange={({ target }) => onChange?.(target.checked ? '' : undefined)}
      >
        隐去原文（原文含有个人信息等不应公开的内容时）
      </Checkbox>
      {hides ? (
        <div className="hide-reason">
          <p>隐去原文的理由，会向公众显示，不要写出被隐去的内容：</p>
          <TextField
            {...(id === undefined ? {} : { id })}
            rows={2}
            max={1000}
            value={value}
            aria-label="隐去原文的理由"
            onChange={({ target }) => onChange?.(target.value)}
          />
          <p className="quiet">
            发布后，公开的历史只说明何时、为何更正，不再显示更正前的文字、改动和附件；附件的旧网址只显示说明。本机关仍留存备查。其他渠道上的原文要另行撤下。
          </p>
        </div>
      ) : null}
    </>
  )
}

interface HideFieldProps {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (value: string | undefined) => void
}
