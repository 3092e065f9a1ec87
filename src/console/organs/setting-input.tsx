import { Input, Radio, Space } from 'antd'
import { counted } from '../fields/counted.ts'
import { NumberField } from '../fields/number-field.tsx'
import { plainTyped, typedDay } from '../fields/typed-day.ts'
import { LevelsEditor } from '../review/levels-editor.tsx'
import { IndexNumberField } from './index-number-field.tsx'
import type { SettingValue, SettingView } from './organs-api.ts'
import { isLevels, levelsName, settingWords } from './setting-words.ts'

/** Asks for a setting in the form that it has: one of several choices, a number of working days, levels of review, a template, a name. */
export function SettingInput({ setting, labelId, effectId, value, problems, onChange }: SettingInputProps) {
  if (isLevels(value))
    return <LevelsEditor name={levelsName(setting)} levels={value} problems={problems} onChange={onChange} />
  if (setting.id === 'indexNumberTemplate')
    return <IndexNumberField labelId={labelId} value={typeof value === 'string' ? value : ''} onChange={onChange} />
  if (setting.choices)
    return (
      <Radio.Group
        aria-labelledby={labelId}
        aria-describedby={effectId}
        value={JSON.stringify(value)}
        onChange={({ target }) => {
          const chosen = setting.choices?.find((choice) => JSON.stringify(choice) === target.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        <Space orientation="vertical">
          {setting.choices.map((choice) => (
            <Radio key={JSON.stringify(choice)} value={JSON.stringify(choice)}>
              {settingWords(choice)}
              {choice === setting.preset ? <span className="quiet">（默认）</span> : null}
            </Radio>
          ))}
        </Space>
      </Radio.Group>
    )
  if (typeof setting.preset === 'number')
    return (
      <NumberField
        aria-labelledby={labelId}
        min={1}
        max={60}
        suffix="个工作日"
        value={typeof value === 'number' ? value : typeof value === 'string' ? typedDay(plainTyped(value)) : null}
        onChange={onChange}
      />
    )
  return (
    <Input
      aria-labelledby={labelId}
      value={typeof value === 'string' ? value : ''}
      aria-describedby={effectId}
      placeholder="未设"
      {...counted(100)}
      onChange={({ target }) => onChange(target.value === '' && setting.preset === null ? null : target.value)}
    />
  )
}

interface SettingInputProps {
  readonly setting: SettingView
  readonly labelId: string
  readonly effectId: string
  readonly value: SettingValue
  /** What was refused, by its place within the value. */
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (value: SettingValue) => void
}
