import type { Organ } from '../organs/organ.ts'
import { addresses } from './site.ts'

/** What people come for, each one step away: at `organ`, or (null) on the whole site. */
export function Tasks({ organ }: { organ: Organ | null }) {
  const tasks = [
    { name: '查信息', about: '按标题、文号、年份查找', path: addresses.search(organ) },
    {
      name: '申请公开',
      about: '没有公开的，可以申请',
      path: organ ? addresses.ask(organ) : addresses.chooseToAsk,
    },
    {
      name: '查进度',
      about: '查申请办到哪一步',
      path: organ ? addresses.follow(organ) : addresses.chooseToFollow,
    },
    {
      name: '看年报',
      about: '政府信息公开工作年度报告',
      path: organ ? addresses.reports(organ) : addresses.allReports,
    },
  ]
  return (
    <nav aria-label="常用事项">
      <ul className="cards filled tasks">
        {tasks.map(({ name, about, path }) => (
          <li key={name} className="whole-row">
            <a href={path}>{name}</a>
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
