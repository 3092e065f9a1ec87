import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { administration } from '../organs/organs-api.ts'

const filter = (typed: string, option?: { label: string }) => option?.label.includes(typed.trim()) ?? false

/** One of the organ's work units that is still there. */
export function UnitField(control: ControlProps) {
  const { data, isPending } = useQuery({ queryKey: ['units'], queryFn: administration.units })
  const options = (data?.items ?? [])
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Select
      {...control}
      showSearch={{ filterOption: filter }}
      loading={isPending}
      options={options}
      placeholder="请选择科室"
    />
  )
}

/** A clerk of the unit chosen beside it, or of the one that is given. */
export function MemberField({ of, ...control }: ControlProps & { readonly of?: string | null }) {
  const chosen: unknown = Form.useWatch('unitId')
  const unitId = of ?? chosen
  const { data, isPending } = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  const members = (data?.items ?? []).filter(
    (each) => each.unitId === unitId && each.roles.includes('clerk') && !each.isDisabled,
  )
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ filterOption: filter }}
      loading={isPending}
      disabled={!unitId}
      options={members.map(({ id, name }) => ({ value: id, label: name }))}
      placeholder={unitId ? '由科室指定' : '先选科室'}
    />
  )
}

/** Whose something is to be: a unit, and perhaps one of its clerks. */
export const ChargeFields = ({ member = '经办人' }: { member?: string }) => (
  <>
    <Form.Item name="unitId" label="承办科室" required>
      <UnitField />
    </Form.Item>
    <Form.Item name="staffId" label={`${member}（可不指定）`}>
      <MemberField />
    </Form.Item>
  </>
)

interface ControlProps {
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
  readonly id?: string
  readonly allowClear?: boolean
}
