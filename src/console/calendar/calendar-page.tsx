import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { chineseDate, plainDate } from '../../days/plain-date.ts'
import type { HolidayNotice } from '../../law/holiday-notices.ts'
import { administration } from '../organs/organs-api.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { NoticeDialog } from './notice-dialog.tsx'

export function CalendarPage() {
  const query = useQuery({ queryKey: ['calendar'], queryFn: administration.calendar })
  const [isAdding, setAdding] = useState(false)
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead
          title="日历"
          lead="期限按国务院办公厅每年的节假日安排计算。通知发布前，跨年的期限按周末和法定节日暂算。"
        >
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            录入新的通知
          </Button>
        </PageHead>
        <Fetched query={query}>
          {({ notices }) => (
            <>
              <Notices notices={notices} />
              {isAdding ? (
                <NoticeDialog known={notices.map(({ year }) => year)} onClose={() => setAdding(false)} />
              ) : null}
            </>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

function Notices({ notices }: { notices: readonly HolidayNotice[] }) {
  const newestFirst = notices.toSorted((a, b) => b.year - a.year)
  return (
    <div className="panel">
      <Tabs
        items={newestFirst.map((notice) => ({
          key: String(notice.year),
          label: `${notice.year}年`,
          children: <NoticeTable notice={notice} />,
        }))}
      />
    </div>
  )
}

const day = (text: string) => chineseDate(plainDate(text)).replace(/^\d+年/, '')

function NoticeTable({ notice: { title, number, issuedOn, holidays } }: { notice: HolidayNotice }) {
  return (
    <>
      <p className="quiet gap-below">
        {title}（{number}），{chineseDate(plainDate(issuedOn))}印发
      </p>
      <table className="plain-table">
        <caption className="read-only-text">{title}的放假和调休安排</caption>
        <thead>
          <tr>
            <th scope="col">节日</th>
            <th scope="col">放假</th>
            <th scope="col">调休上班</th>
          </tr>
        </thead>
        <tbody>
          {holidays.map(({ name, from, to, makeUpDays }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{from === to ? day(from) : `${day(from)}至${day(to)}`}</td>
              <td>{makeUpDays.map(day).join('、') || '无'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
