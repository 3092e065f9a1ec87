import { Radio, type RadioChangeEvent } from 'antd'
import type { Role } from '../../organs/role.ts'
import { roleLabel } from '../../organs/role.ts'
import { type LevelId, levelLabel } from '../../review/level.ts'

/** To whom a matter goes back: its drafter, or any level that has signed it. */
export function ReturnTo({ levels, ...control }: ReturnToProps) {
  const options = [{ value: 'drafting', label: '拟稿人（修改后重新送审）' }].concat(
    levels.map((level) => ({ value: level.id, label: `${levelLabel(level.id)}（${roleLabel(level.role)}重新审核）` })),
  )
  return <Radio.Group {...control} className="stacked gap-6" options={options} />
}

interface ReturnToProps {
  /** Those that have signed, the first one first. */
  readonly levels: readonly { readonly id: LevelId; readonly role: Role }[]
  readonly value?: string
  readonly onChange?: (event: RadioChangeEvent) => void
  readonly id?: string
}
