import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Tag } from 'antd'
import { useId, useState } from 'react'
import { administration, type SettingValue, type SettingView } from './organs-api.ts'
import { SettingInput } from './setting-input.tsx'
import { confidenceWords, settingWords } from './setting-words.ts'

/** One question, what holds now, where it comes from, and how to choose otherwise. */
export function SettingCard({ setting }: { setting: SettingView }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const labelId = useId()
  const [draft, setDraft] = useState<SettingValue | undefined>(undefined)
  const save = useMutation({
    mutationFn: (value: SettingValue) => administration.changeSetting(setting.id, value),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      setDraft(undefined)
      message.success('设置已保存')
    },
  })
  const isFixed = setting.choices?.length === 1
  const isChanged = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(setting.value)
  return (
    <section className="panel setting" aria-labelledby={labelId}>
      <div className="setting-question">
        <h2 id={labelId}>
          {setting.question}
          {setting.isChosen ? <Tag color="blue">本机关已选定</Tag> : null}
        </h2>
        <p className="quiet">
          依据：{setting.source}
          {setting.confidence ? `（${confidenceWords[setting.confidence] ?? setting.confidence}）` : ''}
        </p>
        {setting.isChosen ? <p className="quiet">默认：{settingWords(setting.preset)}</p> : null}
      </div>
      <div className="setting-choice">
        {isFixed ? (
          settingWords(setting.value)
        ) : (
          <SettingInput setting={setting} labelId={labelId} value={draft ?? setting.value} onChange={setDraft} />
        )}
        {save.error ? <Alert type="error" showIcon role="alert" title={save.error.message} /> : null}
        {isChanged ? (
          <div className="setting-buttons">
            <Button size="small" onClick={() => setDraft(undefined)}>
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
