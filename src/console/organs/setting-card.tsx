import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Tag } from 'antd'
import { useId, useState } from 'react'
import { Problem } from '../api.ts'
import { withoutBlanks } from '../review/typed-levels.ts'
import { administration, type SettingValue, type SettingView } from './organs-api.ts'
import { SettingInput } from './setting-input.tsx'
import { isLevels, settingWords } from './setting-words.ts'

/** One question, what a choice changes and from when, where it comes from, and how to choose otherwise. */
export function SettingCard({ setting }: { setting: SettingView }) {
  const labelId = useId()
  const effectId = useId()
  const choice = useChoice(setting)
  return (
    <section
      className={isLevels(setting.value) ? 'panel setting setting-wide' : 'panel setting'}
      aria-labelledby={labelId}
    >
      <Question setting={setting} labelId={labelId} effectId={effectId} />
      <div className="setting-choice">
        <SettingInput
          setting={setting}
          labelId={labelId}
          effectId={effectId}
          value={choice.value}
          problems={choice.problems}
          onChange={choice.change}
        />
        {choice.error && Object.keys(choice.problems).length === 0 ? (
          <Alert type="error" showIcon role="alert" title={choice.error.message} />
        ) : null}
        {choice.isChanged ? (
          <div className="row">
            <Button size="small" onClick={choice.giveUp}>
              放弃
            </Button>
            <Button size="small" type="primary" loading={choice.isPending} onClick={choice.save}>
              保存
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}

/** A choice that was made and is not saved yet; without one, what holds now. */
function useChoice(setting: SettingView) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<SettingValue | undefined>(undefined)
  const saving = useMutation({
    mutationFn: (value: SettingValue) =>
      administration.changeSetting(setting.id, isLevels(value) ? withoutBlanks(value) : value),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      setDraft(undefined)
      message.success('设置已保存')
    },
  })
  const change = (value: SettingValue | undefined) => {
    saving.reset()
    setDraft(value)
  }
  return {
    value: draft === undefined ? setting.value : draft,
    isChanged: draft !== undefined && JSON.stringify(draft) !== JSON.stringify(setting.value),
    isPending: saving.isPending,
    error: saving.error,
    /** What was refused, by its place within the value. */
    problems: saving.error instanceof Problem ? saving.error.fields : {},
    change,
    giveUp: () => change(undefined),
    save: () => draft !== undefined && saving.mutate(draft),
  }
}

function Question({ setting, labelId, effectId }: { setting: SettingView; labelId: string; effectId: string }) {
  return (
    <div>
      <h3 className="row">
        <span id={labelId}>{setting.question}</span>
        {setting.isChosen ? <Tag color="blue">本机关已选定</Tag> : null}
        {setting.confidence === 'unsure' ? <Tag>请法制机构确认</Tag> : null}
      </h3>
      <p id={effectId} className="setting-effect">
        {setting.effect}
      </p>
      <p className="quiet">依据：{setting.source}</p>
      {setting.isChosen && !setting.choices ? <p className="quiet">默认：{settingWords(setting.preset)}</p> : null}
    </div>
  )
}
