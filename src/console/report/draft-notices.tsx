import { Alert } from 'antd'
import { chineseDate } from '../../days/plain-date.ts'
import type { DraftView } from '../../report/draft/report-view.ts'
import { SentBack } from '../review/sent-back.tsx'
import { officeTime } from '../words.ts'
import { PinnedList } from './places-field.tsx'

/** What whoever opens the draft must know first. */
export function DraftNotices({ draft, isRestored }: { draft: DraftView; isRestored: boolean }) {
  const { sentBack, scheduledFor, deviations, reason, frozenOn } = draft
  return (
    <>
      {isRestored ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          role="status"
          title="上次写的还没有存到服务器的文字已经恢复，会自动保存。"
        />
      ) : null}
      {reason ? <Alert className="gap-below" type="info" showIcon title={`更正已公布的报告：${reason}`} /> : null}
      {sentBack ? (
        <SentBack
          by={sentBack.by.name}
          standsInFor={sentBack.standsInFor?.name ?? null}
          when={officeTime(sentBack.on)}
          to={sentBack.to}
          category={null}
          note={sentBack.note}
          suggested=""
        >
          <PinnedList pinned={sentBack.at} />
        </SentBack>
      ) : null}
      {scheduledFor ? (
        <Alert className="gap-below" type="info" showIcon title={`定于${chineseDate(scheduledFor)}公布`} />
      ) : null}
      {deviations.length > 0 ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={`${frozenOn ? `${chineseDate(frozenOn)}定稿以后，` : ''}台账有${deviations.length}格与定稿不一致`}
          description={
            <>
              <ul className="plain-list">
                {deviations.map(({ cell, name, frozen, now }) => (
                  <li key={cell}>
                    {name}：定稿{frozen}，台账现在{now}
                  </li>
                ))}
              </ul>
              <p>要按台账改的，请“撤回修改”后重新送审；确需按定稿公布的，公布时写明理由。</p>
            </>
          }
        />
      ) : null}
    </>
  )
}
