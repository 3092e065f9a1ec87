import { Checkbox } from 'antd'

/** What a level must have looked at, to be ticked one by one. A group of boxes may not be called required; its label says so. */
export function CheckList({ items, value = [], onChange, id }: CheckListProps) {
  return (
    <Checkbox.Group
      className="stacked gap-6"
      {...(id === undefined ? {} : { id })}
      value={[...value]}
      options={items.map((item) => ({ value: item, label: item }))}
      onChange={(checked) => onChange?.(checked)}
    />
  )
}

interface CheckListProps {
  readonly items: readonly string[]
  readonly value?: readonly string[]
  readonly onChange?: (checked: string[]) => void
  readonly id?: string
}
