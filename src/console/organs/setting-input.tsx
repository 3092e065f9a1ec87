import { Input, Radio, Space } from 'antd'
import { counted } from '../fields/counted.ts'
import { NumberField } from '../fields/number-field.tsx'
import { plainTyped, typedDay } from '../fields/typed-day.ts'
import { LevelsEditor } from '../review/levels-editor.tsx'
import { IndexNumberField } from './index-number-field.tsx'
import type { SettingValue, SettingView } from './organs-api.ts'
import { isLevels, levelsName, settingWords } from './setting-words.ts'

/** Asks for a setting in the form that it has: one of several choices, a number, a day of the year, levels of review, a template. */
export function SettingInput({ setting, labelId, value, problems, onChange }: SettingInputProps) {
  if (isLevels(value))
    return <LevelsEditor name={levelsName(setting)} levels={value} problems={problems} onChange={onChange} />
  if (setting.id === 'indexNumberTemplate')
    return <IndexNumberField labelId={labelId} value={typeof value === 'string' ? value : ''} onChange={onChange} />
  if (setting.choices)
    return (
      <Radio.Group
        aria-labelledby={labelId}
        value={JSON.stringify(value)}
        onChange={({ target }) => onChange(JSON.parse(target.value as string) as SettingValue)}
      >
        <Space orientation="vertical">
          {setting.choices.map((choice) => (
            <Radio key={JSON.stringify(choice)} value={JSON.stringify(choice)}>
              {settingWords(choice)}
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
        value={typeof value === 'number' ? value : typeof value === 'string' ? typedDay(plainTyped(value)) : null}
        onChange={onChange}
      />
    )
  const isDay = setting.id.endsWith('DueDate')
  return (
    <Input
      aria-labelledby={labelId}
      value={typeof value === 'string' ? value : ''}
      placeholder={isDay ? '月-日，如 01-20' : '未设'}
      {...counted(isDay ? 5 : 100)}
      onChange={({ target }) => onChange(target.value === '' && setting.preset === null ? null : target.value)}
    />
  )
}

interface SettingInputProps {
  readonly setting: SettingView
  readonly labelId: string
  readonly value: SettingValue
  /** What was refused, by its place within the value. */
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (value: SettingValue) => void
}
