import { chineseDate } from '../../days/plain-date.ts'
import type { DeclaredAbsence } from '../../supervision/coverage/declaration.ts'

/** 本机关无此项: what the organ says it does not have, why, and when it looks again. Nothing where there is none. */
export function DeclaredAbsences({ declared }: { declared: readonly DeclaredAbsence[] }) {
  if (declared.length === 0) return null
  return (
    <aside className="declared-absences" aria-label="本机关没有的公开事项">
      <ul>
        {declared.map(({ label, reason, reviewOn }) => (
          <li key={label}>
            本机关无此项：<strong>{label}</strong>。{reason}，下次核对日期{chineseDate(reviewOn)}。
          </li>
        ))}
      </ul>
    </aside>
  )
}
