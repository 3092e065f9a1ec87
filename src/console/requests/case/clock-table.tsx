import { chineseDate, chineseWeekday } from '../../../days/plain-date.ts'
import type { ClockView } from '../../../requests/case-view.ts'

/** The strip as a table: for screen readers, and for whoever wants to check it by hand. */
export function ClockTable({ clock }: { clock: ClockView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="clock-table-frame" tabIndex={0} aria-label="办理期限逐日表">
      <table className="plain-table">
        <caption className="read-only-text">从收到申请之日到期限届满，逐日是否计入</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">是否计入</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {clock.days.map(({ day, number, label, isToday, isDue }) => (
            <tr key={day} data-today={isToday} data-due={isDue}>
              <th scope="row">
                {chineseDate(day)} 周{chineseWeekday(day)}
              </th>
              <td>{number === null ? '不计入' : `第${number}个工作日`}</td>
              <td>{[label, isToday ? '今天' : '', isDue ? '期限届满' : ''].filter(Boolean).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
