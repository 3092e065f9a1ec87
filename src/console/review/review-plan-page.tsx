import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Select } from 'antd'
import { useState } from 'react'
import { type RecordTypeId, recordTypeOf, recordTypes } from '../../disclosure/record-type.ts'
import { ChosenPlan, defaultPlan } from '../../disclosure/review-plan.ts'
import { ReviewPlan } from '../../review/plan.ts'
import { Problem } from '../api.ts'
import { administration } from '../organs/organs-api.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { LevelsEditor } from './levels-editor.tsx'
import { type TypedLevel, withoutBlanks } from './typed-levels.ts'

type Plan = {
  readonly levels: readonly TypedLevel[]
  readonly byType: Readonly<Record<string, readonly TypedLevel[]>>
}

/** Who reviews what is published, how soon, and what each must have looked at. */
export function ReviewPlanPage() {
  const settings = useQuery({ queryKey: ['settings'], queryFn: administration.settings })
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead
          title="审核设置"
          lead="主动公开的信息由不同的人逐级审核，最少一级，最多五级，通常三级：初审、复审、终审（条例第十七条）。修改只对以后送审的生效，正在审核的仍按送审时的安排。"
        />
        <Fetched query={settings}>
          {({ items }) => {
            const set = ReviewPlan.safeParse(items.find(({ id }) => id === 'reviewPlan')?.value)
            const plan = set.success ? set.data : defaultPlan
            return <PlanForm key={JSON.stringify(plan)} saved={plan} />
          }}
        </Fetched>
      </div>
    </Guarded>
  )
}

const filledIn = ({ levels, byType }: Plan): Plan => ({
  levels: withoutBlanks(levels),
  byType: Object.fromEntries(Object.entries(byType).map(([type, its]) => [type, withoutBlanks(its)])),
})

/** Of what was refused, what is about the levels under this name. */
const problemsAt = (error: Error | null, under: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(error instanceof Problem ? error.fields : {}).flatMap(([path, message]) =>
      path.startsWith(`${under}.`) ? [[path.slice(under.length + 1), message]] : [],
    ),
  )

function PlanForm({ saved }: { saved: Plan }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [plan, setPlanOnly] = useState<Plan>(saved)
  const checked = ChosenPlan.safeParse(filledIn(plan))
  const isChanged = JSON.stringify(plan) !== JSON.stringify(saved)
  const save = useMutation({
    mutationFn: () => administration.changeSetting('reviewPlan', filledIn(plan)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      message.success('审核安排已保存，以后送审的按此办理')
    },
  })
  const setPlan = (now: Plan) => {
    save.reset()
    setPlanOnly(now)
  }
  const own = Object.keys(plan.byType) as RecordTypeId[]
  const setType = (type: RecordTypeId, levels: readonly TypedLevel[] | null) => {
    const { [type]: _, ...others } = plan.byType
    setPlan({ ...plan, byType: levels ? { ...others, [type]: levels } : others })
  }
  return (
    <>
      <section className="panel gap-below" aria-labelledby="usual">
        <h2 id="usual" className="gap-below">
          一般信息
        </h2>
        <LevelsEditor
          name="一般信息"
          levels={plan.levels}
          problems={problemsAt(save.error, 'levels')}
          onChange={(levels) => setPlan({ ...plan, levels })}
        />
      </section>
      {own.map((type) => {
        const { label } = recordTypeOf(type)
        return (
          <section key={type} className="panel gap-below" aria-labelledby={`of-${type}`}>
            <div className="panel-head">
              <h2 id={`of-${type}`}>{label}：另行安排</h2>
              <Button
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${label}改按一般信息审核`}
                onClick={() => setType(type, null)}
              >
                改按一般信息
              </Button>
            </div>
            <LevelsEditor
              name={label}
              levels={plan.byType[type] ?? plan.levels}
              problems={problemsAt(save.error, `byType.${type}`)}
              onChange={(levels) => setType(type, levels)}
            />
          </section>
        )
      })}
      <AddType own={own} onAdd={(type) => setType(type, plan.levels)} />
      {save.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={save.error.message} />
      ) : null}
      {isChanged && !checked.success ? (
        <Alert className="gap-below" type="warning" showIcon title={checked.error.issues[0]?.message ?? '请检查'} />
      ) : null}
      <div className="form-buttons">
        <Button disabled={!isChanged} onClick={() => setPlan(saved)}>
          放弃修改
        </Button>
        <Button
          type="primary"
          disabled={!isChanged || !checked.success}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          保存
        </Button>
      </div>
    </>
  )
}

function AddType({ own, onAdd }: { own: readonly RecordTypeId[]; onAdd: (type: RecordTypeId) => void }) {
  const [type, setType] = useState<RecordTypeId | null>(null)
  return (
    <div className="row add-type gap-below">
      <Select<RecordTypeId>
        aria-label="哪种信息另行安排"
        placeholder="哪种信息另行安排"
        value={type}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={setType}
        options={recordTypes.filter(({ id }) => !own.includes(id)).map(({ id, label }) => ({ value: id, label }))}
      />
      <Button
        icon={<PlusOutlined aria-hidden />}
        disabled={type === null}
        onClick={() => {
          if (type) onAdd(type)
          setType(null)
        }}
      >
        另行安排
      </Button>
    </div>
  )
}
