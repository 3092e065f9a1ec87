import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { counted } from '../fields/counted.ts'
import { RemoveRow } from '../fields/remove-row.tsx'

const mostItems = 20

/** What a level must have looked at before it signs. */
export function LevelChecklist({ name, items, onChange }: LevelChecklistProps) {
  return (
    <div className="stacked start gap-6">
      <p className="quiet">{items.length > 0 ? '逐项核对后才能签字：' : '没有须逐项核对的事项。'}</p>
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
        onClick={() => onChange(items.concat(''))}
      >
        加一项
      </Button>
    </div>
  )
}

interface LevelChecklistProps {
  /** Whose list it is: tells its fields from those of another level. */
  readonly name: string
  readonly items: readonly string[]
  readonly onChange: (items: string[]) => void
}
