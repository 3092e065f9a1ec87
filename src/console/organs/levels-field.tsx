import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { businessRoles, roleLabel } from '../../organs/role.ts'

const approvers = businessRoles.filter((role) => role !== 'clerk')
const most = 4

/** Who approves an answer, one level after the other; each role once. */
export function LevelsField({ value, onChange }: { value: readonly string[]; onChange: (levels: string[]) => void }) {
  const free = approvers.filter((role) => !value.includes(role))
  const [next] = free
  return (
    <ol className="levels">
      {value.map((level, index) => (
        <li key={level}>
          <span className="levels-number">第{index + 1}级</span>
          <Select
            className="grow"
            aria-label={`第${index + 1}级由谁审批`}
            value={level}
            options={approvers
              .filter((role) => role === level || free.includes(role))
              .map((role) => ({ value: role as string, label: roleLabel(role) }))}
            onChange={(role) => onChange(value.map((each, at) => (at === index ? role : each)))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`去掉第${index + 1}级`}
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          disabled={!next || value.length >= most}
          onClick={() => next && onChange([...value, next])}
        >
          加一级
        </Button>
      </li>
    </ol>
  )
}
