import { Form } from 'antd'
import type { PublicationItem } from '../../channels/publication-view.ts'
import { TakeDown } from '../../channels/tick-off.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { DayField } from '../fields/day-field.tsx'
import type { TogetherProps } from '../lists/list-panel.tsx'
import { StepsTogether, type StepTogether } from '../lists/step-together.tsx'
import { useMe } from '../session/me.ts'
import { channels } from './channels-api.ts'

const idOf = ({ id }: PublicationItem): string => id

const takeDown = (today: PlainDate): StepTogether<PublicationItem> => ({
  label: '登记撤下',
  title: (count) => `登记${count}条信息撤下`,
  idOf,
  nameOf: ({ title, channelName }) => `${title}（${channelName}）`,
  unit: '条',
  says: '登记同一天从其他渠道撤下的信息，每一条各记一条审计日志。先在渠道上撤下，再登记。',
  whyNot: async ({ isPlatform, withdrawnOn }) => {
    if (isPlatform) return '平台上的发布和撤回自动登记'
    return withdrawnOn === null ? null : `已经登记${withdrawnOn}撤下`
  },
  take: ({ id }, input) => channels.takeDown(id, input),
  moves: ['channels'],
  schema: TakeDown,
  initial: { withdrawnOn: today },
  fields: (
    <Form.Item name="withdrawnOn" label="撤下日期" required>
      <DayField isNeeded />
    </Form.Item>
  ),
})

function Bar(props: TogetherProps<PublicationItem>) {
  const { today } = useMe()
  return <StepsTogether {...props} steps={[takeDown(today)]} />
}

/** Notes that several were taken down from other channels on one day. */
export const publicationsTogether = { idOf, Bar }
