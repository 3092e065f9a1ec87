import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { type Role, roleLabel } from '../../organs/role.ts'
import type { Colleague } from '../../organs/staff/staff.ts'
import { levelLabel, type ReviewLevel, reviewerRoles } from '../../review/level.ts'
import { counted } from '../fields/counted.ts'
import { NumberField } from '../fields/number-field.tsx'
import { RemoveRow } from '../fields/remove-row.tsx'
import type { FormNumber } from '../fields/typed-number.ts'

const mostItems = 20

const holdersOf = (staff: readonly Colleague[], role: Role): string[] =>
  staff.filter(({ roles, isDisabled }) => !isDisabled && roles.includes(role)).map(({ name }) => name)

/** A level as it is typed. */
export type TypedLevel = Omit<ReviewLevel, 'days'> & { readonly days: FormNumber }

interface LevelCardsProps {
  /** What is reviewed so: tells the fields of one plan from those of another. */
  readonly name: string
  readonly levels: readonly TypedLevel[]
  readonly staff: readonly Colleague[]
  readonly onChange: (levels: readonly TypedLevel[]) => void
}

/** The three levels side by side: who, how soon, what to look at. */
export function LevelCards({ name, levels, staff, onChange }: LevelCardsProps) {
  const set = (index: number, change: Partial<TypedLevel>) =>
    onChange(levels.map((level, at) => (at === index ? { ...level, ...change } : level)))
  return (
    <ol className="level-cards">
      {levels.map((level, index) => {
        const label = levelLabel(level.id)
        const holders = holdersOf(staff, level.role)
        return (
          <li key={level.id} className="level-card">
            <h3>{label}</h3>
            <Select<Role>
              aria-label={`${name}的${label}由谁审核`}
              value={level.role}
              options={reviewerRoles.map((role) => ({ value: role, label: roleLabel(role) }))}
              onChange={(role) => set(index, { role })}
            />
            <p className={holders.length > 0 ? 'quiet' : 'late'}>
              {holders.length > 0 ? `现在是${holders.join('、')}` : '▲ 现在没有人担任，送审后将无人审核'}
            </p>
            <p className="level-days">
              <NumberField
                aria-label={`${name}的${label}几个工作日内审完`}
                min={1}
                max={20}
                value={level.days}
                onChange={(days) => set(index, { days })}
              />{' '}
              个工作日内审完
            </p>
            <Checklist
              name={`${name}的${label}`}
              items={level.checklist}
              onChange={(checklist) => set(index, { checklist: [...checklist] })}
            />
          </li>
        )
      })}
    </ol>
  )
}

function Checklist({
  name,
  items,
  onChange,
}: {
  name: string
  items: readonly string[]
  onChange: (items: readonly string[]) => void
}) {
  return (
    <div className="level-checklist">
      <p className="quiet">逐项核对后才能签字：</p>
      {items.map((item, index) => (
        // Items have no name but their place while they are typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={index} className="level-item">
          <Input
            aria-label={`${name}核对事项${index + 1}`}
            {...counted(100)}
            value={item}
            onChange={({ target }) => onChange(items.map((each, at) => (at === index ? target.value : each)))}
          />
          <RemoveRow
            what={`去掉${name}第${index + 1}项核对事项`}
            row={() => item}
            onRemove={() => onChange(items.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        aria-label={`为${name}加一项核对事项`}
        disabled={items.length >= mostItems}
        onClick={() => onChange([...items, ''])}
      >
        加一项
      </Button>
    </div>
  )
}
