import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { isPlatform } from '../../../channels/channel.ts'
import { channelKindLabel } from '../../../channels/ledger.ts'
import type { Column } from '../../../workbooks/ledger.ts'
import type { Mapping } from '../../../workbooks/mapping.ts'
import { channels } from '../../channels/channels-api.ts'
import { useMe } from '../../session/me.ts'
import { CellFields } from '../cell-fields.tsx'

const channelColumns = ['channelKind', 'channelName']

/** What all rows of a file say in columns that it lacks; kind and name of a channel are chosen as one. */
export function AlwaysFields({ columns, always, onAlways }: AlwaysFieldsProps) {
  const { today } = useMe()
  const hasChannel = channelColumns.every((id) => columns.some((column) => column.id === id))
  const others = columns.filter(({ id }) => !hasChannel || !channelColumns.includes(id))
  return (
    <Form
      className="gap-above"
      layout="vertical"
      name="always"
      initialValues={always}
      onValuesChange={(changed: Readonly<Record<string, string | null | undefined>>) => {
        const said = Object.entries(changed).map(([id, value]) => [id, value ?? ''] as const)
        onAlways({ ...always, ...Object.fromEntries(said) })
      }}
    >
      <p className="strong">文件里没有的，新增的各行都登记为：</p>
      {hasChannel ? <ChannelField always={always} onAlways={onAlways} /> : null}
      <CellFields columns={others} today={today} />
    </Form>
  )
}

interface AlwaysFieldsProps {
  readonly columns: readonly Column[]
  readonly always: Mapping['always']
  readonly onAlways: (always: Mapping['always']) => void
}

function ChannelField({ always, onAlways }: Omit<AlwaysFieldsProps, 'columns'>) {
  const { data } = useQuery({ queryKey: ['channels', 'all'], queryFn: channels.all })
  const known = (data?.items ?? []).filter((channel) => !isPlatform(channel))
  const chosen = known.find(({ kind, name }) => kind === always.channelKind && name === always.channelName)
  const isNone = data !== undefined && known.length === 0
  return (
    <Form.Item
      label="渠道"
      htmlFor="always-channel"
      required
      extra={isNone ? '还没有登记渠道，请先在“发布渠道”中登记。' : null}
    >
      <Select
        id="always-channel"
        value={chosen?.id ?? null}
        options={known.map(({ id, kind, name }) => ({ value: id, label: `${name}（${channelKindLabel(kind)}）` }))}
        onChange={(id) => {
          const channel = known.find((each) => each.id === id)
          if (channel) onAlways({ ...always, channelKind: channel.kind, channelName: channel.name })
        }}
      />
    </Form.Item>
  )
}
