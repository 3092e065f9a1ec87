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
  const client = useQueryClient()
  const { message } = App.useApp()
  const labelId = useId()
  const effectId = useId()
  const [draft, setDraft] = useState<SettingValue | undefined>(undefined)
  const save = useMutation({
    mutationFn: (value: SettingValue) =>
      administration.changeSetting(setting.id, isLevels(value) ? withoutBlanks(value) : value),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      setDraft(undefined)
      message.success('设置已保存')
    },
  })
  const problems = save.error instanceof Problem ? save.error.fields : {}
  const change = (value: SettingValue | undefined) => {
    save.reset()
    setDraft(value)
  }
  const isChanged = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(setting.value)
  return (
    <section
      className={isLevels(setting.value) ? 'panel setting setting-wide' : 'panel setting'}
      aria-labelledby={labelId}
    >
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
      <div className="setting-choice">
        <SettingInput
          setting={setting}
          labelId={labelId}
          effectId={effectId}
          value={draft === undefined ? setting.value : draft}
          problems={problems}
          onChange={change}
        />
        {save.error && Object.keys(problems).length === 0 ? (
          <Alert type="error" showIcon role="alert" title={save.error.message} />
        ) : null}
        {isChanged ? (
          <div className="row">
            <Button size="small" onClick={() => change(undefined)}>
              放弃
            </Button>
            <Button size="small" type="primary" loading={save.isPending} onClick={() => save.mutate(draft)}>
              保存
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
