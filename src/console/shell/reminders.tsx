import { BellOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Badge, Button, Empty, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { type Reminder, requests } from '../api.ts'
import { isSomebodyHere } from '../session/presence.ts'
import { officeTime } from '../words.ts'

const kinds = { threeDays: '还有3个工作日到期', oneDay: '还有1个工作日到期', dueToday: '今天到期', overdue: '已经逾期' }

/** What the clock reminds this person of. Opening the list marks it as seen. */
export function Reminders() {
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['reminders'],
    queryFn: requests.reminders,
    refetchInterval: () => (isSomebodyHere() ? 120_000 : false),
  })
  const see = useMutation({
    mutationFn: requests.seeReminders,
    onSuccess: () => client.invalidateQueries({ queryKey: ['reminders'] }),
  })
  const items = data?.items ?? []
  const unseen = items.filter(({ seenAt }) => seenAt === null).length
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open)
        if (!open && unseen > 0) see.mutate()
      }}
      title="到期提醒"
      content={<ReminderList items={items} onGo={() => setOpen(false)} />}
    >
      <Badge count={unseen} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<BellOutlined aria-hidden />}
          aria-label={unseen > 0 ? `到期提醒，${unseen}条未读` : '到期提醒'}
        />
      </Badge>
    </Popover>
  )
}

function ReminderList({ items, onGo }: { items: readonly Reminder[]; onGo: () => void }) {
  if (items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有到期提醒" />
  return (
    <ul className="ruled reminder-list">
      {items.map((item) => (
        <li key={`${item.requestId} ${item.kind} ${item.dueOn}`} data-seen={item.seenAt !== null}>
          <Link to={`/requests/${item.requestId}`} onClick={onGo}>
            {item.number}
          </Link>
          <span className={item.kind === 'overdue' ? 'late' : ''}>
            {kinds[item.kind]}（{chineseDate(item.dueOn)}）
          </span>
          <span className="quiet">{officeTime(item.remindedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
