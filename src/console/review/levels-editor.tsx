import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { type Role, roleLabel } from '../../organs/role.ts'
import type { Colleague } from '../../organs/staff/staff.ts'
import { levelLabel, mostLevels, reviewerRoles } from '../../review/level.ts'
import { NumberField } from '../fields/number-field.tsx'
import { administration } from '../organs/organs-api.ts'
import { LevelChecklist } from './level-checklist.tsx'
import { type TypedLevel, withOneMore, withoutLevel } from './typed-levels.ts'

/** One to five levels side by side: who, of which unit, how soon, what to look at. */
export function LevelsEditor({ name, levels, problems = {}, onChange }: LevelsEditorProps) {
  const staff = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  return (
    <div className="stacked start gap-12 full-width">
      <ol className="level-cards" aria-label={`${name}的审核层级`}>
        {levels.map((level, index) => (
          <LevelCard
            key={level.id}
            name={`${name}的${levelLabel(level.id)}`}
            level={level}
            holders={staff.data && holdersOf(staff.data.items, level.role)}
            problem={problems[`${index}.role`]}
            onChange={(change) => onChange(levels.map((each, at) => (at === index ? { ...each, ...change } : each)))}
            onRemove={levels.length > 1 ? () => onChange(withoutLevel(levels, index)) : undefined}
          />
        ))}
      </ol>
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        aria-label={`为${name}加一级`}
        disabled={levels.length >= mostLevels}
        onClick={() => onChange(withOneMore(levels))}
      >
        加一级（最多{mostLevels}级）
      </Button>
    </div>
  )
}

interface LevelsEditorProps {
  /** What is reviewed so: tells the fields of one matter from those of another. */
  readonly name: string
  readonly levels: readonly TypedLevel[]
  /** What was refused, by its place: `0.role`. */
  readonly problems?: Readonly<Record<string, string>>
  readonly onChange: (levels: readonly TypedLevel[]) => void
}

const holdersOf = (staff: readonly Colleague[], role: Role): string[] =>
  staff.filter(({ roles, isDisabled }) => !isDisabled && roles.includes(role)).map(({ name }) => name)

function LevelCard({ name, level, holders, problem, onChange, onRemove }: LevelCardProps) {
  return (
    <li className="level-card">
      <div className="between">
        <h3>{levelLabel(level.id)}</h3>
        {onRemove ? (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`去掉${name}`}
            onClick={onRemove}
          />
        ) : null}
      </div>
      <Select<Role>
        aria-label={`${name}由谁审核`}
        value={level.role}
        status={problem ? 'error' : ''}
        options={reviewerRoles.map((role) => ({ value: role, label: roleLabel(role) }))}
        onChange={(role) => onChange({ role })}
      />
      <Holders holders={holders} problem={problem} />
      <Checkbox
        aria-label={`${name}仅限承办科室`}
        checked={level.ownUnit}
        onChange={({ target }) => onChange({ ownUnit: target.checked })}
      >
        仅限承办科室
      </Checkbox>
      <p className="level-days">
        <NumberField
          aria-label={`${name}几个工作日内审完`}
          min={1}
          max={20}
          value={level.days}
          onChange={(days) => onChange({ days })}
        />{' '}
        个工作日内审完
      </p>
      <LevelChecklist name={name} items={level.checklist} onChange={(checklist) => onChange({ checklist })} />
    </li>
  )
}

interface LevelCardProps {
  readonly name: string
  readonly level: TypedLevel
  /** Undefined while they are being asked for. */
  readonly holders: readonly string[] | undefined
  readonly problem: string | undefined
  readonly onChange: (change: Partial<TypedLevel>) => void
  /** Undefined for the only level. */
  readonly onRemove: (() => void) | undefined
}

/** Who holds the role now; what the server has refused stands in its place. */
function Holders({ holders, problem }: Pick<LevelCardProps, 'holders' | 'problem'>) {
  if (problem)
    return (
      <p className="late" role="alert">
        ▲ {problem}
      </p>
    )
  if (!holders) return null
  return holders.length > 0 ? (
    <p className="quiet">现在是{holders.join('、')}</p>
  ) : (
    <p className="late">▲ 现在没有人担任，不能这样保存</p>
  )
}
