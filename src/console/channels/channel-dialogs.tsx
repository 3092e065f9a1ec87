import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio, Select } from 'antd'
import { isPlatform } from '../../channels/channel.ts'
import { channelKindLabel, channelsLedger } from '../../channels/ledger.ts'
import type { PublicationItem } from '../../channels/publication-view.ts'
import { CorrectOriginality, TakeDown, TickOff } from '../../channels/tick-off.ts'
import { originalities } from '../../disclosure/content.ts'
import { entryForm } from '../../workbooks/entry.ts'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { FormDialog } from '../fields/form-dialog.tsx'
import { optionsOf } from '../fields/options.ts'
import type { FormDay } from '../fields/typed-day.ts'
import { CellFields } from '../ledgers/cell-fields.tsx'
import { useMe } from '../session/me.ts'
import { channels } from './channels-api.ts'

/** What is open over the ledger of channels. */
export type OpenedPublication =
  | { readonly what: 'channel'; readonly name?: string }
  | { readonly what: 'tick' | 'down' | 'originality'; readonly publication: PublicationItem }

interface DialogProps {
  readonly saving: (save: (checked: unknown) => Promise<unknown>) => (checked: unknown) => Promise<void>
  readonly onClose: () => void
}

export function ChannelDialog({ opened, onClose }: { opened: OpenedPublication; onClose: () => void }) {
  const client = useQueryClient()
  const saving: DialogProps['saving'] = (save) => async (checked) => {
    await save(checked)
    await Promise.all(['channels', 'corrections'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  if (opened.what === 'channel') return <NewChannel saving={saving} onClose={onClose} name={opened.name ?? ''} />
  const { publication } = opened
  if (opened.what === 'tick') return <TickDialog {...{ saving, onClose, publication }} />
  if (opened.what === 'down') return <DownDialog {...{ saving, onClose, publication }} />
  const { id, title, originality } = publication
  return <OriginalityDialog {...{ saving, onClose, title, originality }} publicationId={id} />
}

function NewChannel({ saving, onClose, name }: DialogProps & { readonly name: string }) {
  const { today } = useMe()
  return (
    <FormDialog
      title="登记渠道"
      about={name}
      action="登记"
      lead="本机关公开政府信息的渠道（条例第二十三条），登记后可以逐条登记在这里发布的信息。"
      schema={entryForm(channelsLedger, today)}
      initial={{ kind: 'wechat', name }}
      save={saving(channels.open)}
      onClose={onClose}
    >
      <CellFields columns={channelsLedger.columns} today={today} />
    </FormDialog>
  )
}

type WithPublication = DialogProps & { readonly publication: PublicationItem }

function TickDialog({ publication, saving, onClose }: WithPublication) {
  const { today } = useMe()
  const { data } = useQuery({ queryKey: ['channels', 'all'], queryFn: channels.all })
  const others = (data?.items ?? []).filter((channel) => !isPlatform(channel))
  const { recordId, title, publishedOn } = publication
  return (
    <FormDialog<{ channelId?: string; publishedOn: FormDay; url: string; title: string }>
      title="登记到其他渠道"
      about={recordId ?? ''}
      action="登记"
      lead={`“${title}”${publishedOn}在平台发布。在其他渠道发布的日期不能早于这一天。`}
      schema={TickOff}
      initial={{ publishedOn: today, url: '', title: '' }}
      save={saving((checked) => channels.tickOff(recordId ?? '', checked))}
      onClose={onClose}
    >
      <Form.Item
        name="channelId"
        label="渠道"
        required
        extra={others.length === 0 ? '还没有登记其他渠道，请先“登记渠道”。' : null}
      >
        <Select
          options={others.map(({ id, kind, name }) => ({ value: id, label: `${name}（${channelKindLabel(kind)}）` }))}
        />
      </Form.Item>
      <Form.Item name="publishedOn" label="发布日期" required>
        <DayField earliest={publishedOn} latest={today} />
      </Form.Item>
      <Form.Item name="url" label="网址" extra="网站、微信公众号、微博、客户端应当填写；公报、公告栏等可不填。">
        <Input {...counted(1000)} autoComplete="off" placeholder="https://" />
      </Form.Item>
      <Form.Item name="title" label="在这个渠道的标题（与平台相同的可不填）">
        <Input {...counted(500)} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

function DownDialog({ publication, saving, onClose }: WithPublication) {
  const { today } = useMe()
  const { id, title, channelName, publishedOn } = publication
  return (
    <FormDialog<{ withdrawnOn: FormDay }>
      title="登记撤下"
      about={id}
      action="登记"
      lead={`“${title}”已从“${channelName}”撤下。`}
      schema={TakeDown}
      initial={{ withdrawnOn: today }}
      save={saving((checked) => channels.takeDown(id, checked))}
      onClose={onClose}
    >
      <Form.Item name="withdrawnOn" label="撤下日期" required>
        <DayField earliest={publishedOn} latest={today} />
      </Form.Item>
    </FormDialog>
  )
}

export function OriginalityDialog({ publicationId, title, originality, saving, onClose }: OriginalityProps) {
  const { message } = App.useApp()
  const save = async (checked: unknown) => {
    const { state } = await channels.correct(publicationId, checked)
    message.success(state === 'waiting' ? '已提出，等待另一人复核；复核以前仍以原来登记的为准' : '已核对')
  }
  return (
    <FormDialog
      title="更正原创、转载"
      about={publicationId}
      isTold
      action="保存"
      lead={`“${title}”。确属原创的，选“原创”并写明理由，不再提示。年度报告统计转载条数，更正须由另一人复核后生效。`}
      schema={CorrectOriginality}
      initial={{ originality, reason: '' }}
      save={saving(save)}
      onClose={onClose}
    >
      <Form.Item name="originality" label="原创或转载" required>
        <Radio.Group options={optionsOf(originalities)} />
      </Form.Item>
      <Form.Item name="reason" label="理由" required extra="如：转自某某网站；与对方联合制作">
        <Input {...counted(300)} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

interface OriginalityProps extends DialogProps {
  readonly publicationId: string
  readonly title: string
  readonly originality: string
}
