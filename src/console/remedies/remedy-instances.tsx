import { chineseDate } from '../../days/plain-date.ts'
import type { RemedyCaseView } from '../../remedies/cases/case-view.ts'
import { laterInstances } from '../../remedies/cases/event.ts'
import { labelOf, resultLabels } from '../../remedies/cases/told.ts'
import { Facts } from '../requests/case/facts.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { useMe } from '../session/me.ts'

/** What was decided, instance by instance, since when it is in effect and how it is counted. */
export function RemedyInstances({ view: { instances, opening } }: { view: RemedyCaseView }) {
  const { today } = useMe()
  if (instances.every(({ decision }) => decision === null) && instances.length === 1) return null
  const first = opening.kind === 'review' ? '复议决定' : '一审'
  return (
    <Panel title="结果">
      {instances.map(({ kind, number, body, decision, effectOn, resultLabel }) => (
        <section
          className="gap-below"
          key={`${kind} ${number}`}
          aria-label={kind === 'first' ? first : labelOf(laterInstances, kind)}
        >
          <h3>
            {kind === 'first' ? first : labelOf(laterInstances, kind)}
            <span className="quiet">{`　${body}　${number}`}</span>
          </h3>
          {decision ? (
            <Facts
              items={[
                ['结果', <strong key="result">{resultLabel}</strong>],
                ['主文', decision.raw],
                ['作出', chineseDate(decision.on)],
                ['送达本机关', decision.servedOn && chineseDate(decision.servedOn)],
                ['生效', effectOn ? `${chineseDate(effectOn)}${effectOn > today ? '（没有上诉的）' : ''}` : '尚未生效'],
                ['列入', resultLabels[decision.class]],
                ['调整理由', decision.classReason],
                ['履行期限', decision.performBy && chineseDate(decision.performBy)],
              ]}
            />
          ) : (
            <p className="quiet">尚未裁判。</p>
          )}
        </section>
      ))}
    </Panel>
  )
}
