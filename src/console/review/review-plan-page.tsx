import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { type RecordTypeId, recordTypes } from '../../disclosure/record-type.ts'
import { ChosenPlan, defaultPlan } from '../../disclosure/review-plan.ts'
import { ReviewPlan } from '../../review/plan.ts'
import { Problem } from '../api.ts'
import { optionsOf } from '../fields/options.ts'
import { administration } from '../organs/organs-api.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { LevelsEditor } from './levels-editor.tsx'
import { problemsUnder, type TypedPlan, typesApart, withoutBlankLines, withType } from './typed-plan.ts'

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

function PlanForm({ saved }: { saved: TypedPlan }) {
  const { plan, setPlan, isChanged, whyNot, saving } = usePlanDraft(saved)
  const problems = saving.error instanceof Problem ? saving.error.fields : {}
  const apart = typesApart(plan)
  return (
    <>
      <section className="panel gap-below" aria-labelledby="usual">
        <h2 id="usual" className="gap-below">
          一般信息
        </h2>
        <LevelsEditor
          name="一般信息"
          levels={plan.levels}
          problems={problemsUnder(problems, 'levels')}
          onChange={(levels) => setPlan({ ...plan, levels })}
        />
      </section>
      {apart.map(({ id, label }) => (
        <LevelsApart key={id} id={id} label={label} onUsual={() => setPlan(withType(plan, id, null))}>
          <LevelsEditor
            name={label}
            levels={plan.byType[id] ?? plan.levels}
            problems={problemsUnder(problems, `byType.${id}`)}
            onChange={(levels) => setPlan(withType(plan, id, levels))}
          />
        </LevelsApart>
      ))}
      <AddType own={apart.map(({ id }) => id)} onAdd={(type) => setPlan(withType(plan, type, plan.levels))} />
      {saving.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={saving.error.message} />
      ) : null}
      {isChanged && whyNot !== null ? <Alert className="gap-below" type="warning" showIcon title={whyNot} /> : null}
      <div className="form-buttons">
        <Button disabled={!isChanged} onClick={() => setPlan(saved)}>
          放弃修改
        </Button>
        <Button
          type="primary"
          disabled={!isChanged || whyNot !== null}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          保存
        </Button>
      </div>
    </>
  )
}

/** The plan as it is typed, and why it cannot be saved as it stands. */
function usePlanDraft(saved: TypedPlan) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [plan, setDraft] = useState(saved)
  const filled = withoutBlankLines(plan)
  const checked = ChosenPlan.safeParse(filled)
  const saving = useMutation({
    mutationFn: () => administration.changeSetting('reviewPlan', filled),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      message.success('审核安排已保存，以后送审的按此办理')
    },
  })
  const setPlan = (now: TypedPlan) => {
    saving.reset()
    setDraft(now)
  }
  return {
    plan,
    setPlan,
    isChanged: JSON.stringify(plan) !== JSON.stringify(saved),
    whyNot: checked.success ? null : (checked.error.issues[0]?.message ?? '请检查'),
    saving,
  }
}

function LevelsApart({ id, label, onUsual, children }: LevelsApartProps) {
  return (
    <section className="panel gap-below" aria-labelledby={`of-${id}`}>
      <div className="panel-head">
        <h2 id={`of-${id}`}>{label}：另行安排</h2>
        <Button
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={`${label}改按一般信息审核`}
          onClick={onUsual}
        >
          改按一般信息
        </Button>
      </div>
      {children}
    </section>
  )
}

interface LevelsApartProps {
  readonly id: RecordTypeId
  readonly label: string
  readonly onUsual: () => void
  readonly children: ReactNode
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
        options={optionsOf(recordTypes.filter(({ id }) => !own.includes(id)))}
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
