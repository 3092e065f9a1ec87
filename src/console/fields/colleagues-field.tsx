import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { businessRoles } from '../../organs/role.ts'
import { administration } from '../organs/organs-api.ts'
import { useMe } from '../session/me.ts'

const filter = (typed: string, option?: { label: string }) =>
  option?.label.includes(typed.trim().replace(/^@/, '')) ?? false

/** Colleagues who do business here, each with their unit; oneself is none. */
export function ColleaguesField(control: ColleaguesFieldProps) {
  const { staff } = useMe()
  const people = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  const units = useQuery({ queryKey: ['units'], queryFn: administration.units })
  const unitOf = (unitId: string | null) => units.data?.items.find(({ id }) => id === unitId)?.name
  const options = (people.data?.items ?? [])
    .filter(
      ({ id, isDisabled, roles }) =>
        id !== staff.id && !isDisabled && roles.some((role) => businessRoles.includes(role)),
    )
    .map(({ id, name, unitId }) => ({ value: id, label: [name, unitOf(unitId)].filter(Boolean).join(' · ') }))
  return (
    <Select
      {...control}
      mode="multiple"
      allowClear
      loading={people.isPending}
      showSearch={{ filterOption: filter }}
      options={options}
      placeholder="输入姓名查找"
    />
  )
}

interface ColleaguesFieldProps {
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
  readonly id?: string
}
