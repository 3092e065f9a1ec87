import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { isConcluded } from '../../../requests/request-status.ts'
import { channelLabel } from '../../words.ts'
import { Facts } from './facts.tsx'
import { Panel } from './panel.tsx'

/** What is asked for, and how it came. */
export function ContentCard({ view }: { view: CaseView }) {
  const came = `${channelLabel(view.channel)}，${chineseDate(view.arrivedOn)}到达`
  const handler = [view.unitName, view.handlerName].filter(Boolean).join(' ')
  return (
    <Panel title="申请">
      <Facts
        items={[
          ['来件', came],
          ['收到申请之日', receivedWords(view)],
          ['拆分前的申请内容（申请人原话）', view.askedBefore ?? ''],
          ['获取方式', view.formWanted],
          ['获取途径', view.routeWanted],
          ['所需协助', view.assistance],
          ['用途（自愿填写）', view.purpose],
          ['承办', handler || '未分办'],
        ]}
      />
    </Panel>
  )
}

const receivedWords = ({ receivedOn, status }: CaseView): string => {
  if (receivedOn) return chineseDate(receivedOn)
  return isConcluded(status) ? '未确认即办结' : '待确认'
}
