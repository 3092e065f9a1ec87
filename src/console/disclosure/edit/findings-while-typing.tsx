import type { RecordView } from '../../../disclosure/record-view.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { Place } from '../place.tsx'
import { FindingsList, FindingsPanel } from '../review/findings.tsx'
import type { Keeper } from './keeper.ts'
import { refusedAt, stillStanding } from './unsaved.ts'
import { useKept } from './use-keeper.ts'

/**
 * What the gates see. Where the text on the screen could not be saved, that stands first, and what the gates saw in the saved
 * one is shown only where nothing was changed since.
 */
export function FindingsWhileTyping({ view, keeper }: { view: RecordView; keeper: Keeper }) {
  const { keeping, content } = useKept(keeper)
  if (keeping.state !== 'refused' && keeping.state !== 'waiting')
    return <FindingsPanel view={view} findings={view.findings} />
  const refused = keeping.state === 'refused' ? refusedAt(keeping.problem, content) : []
  const standing = stillStanding(view.findings, view.content, content)
  const changed = view.findings.length - standing.length
  return (
    <Panel id="findings" title="检查结果" count={refused.length + standing.length} printed={false}>
      {refused.length > 0 ? (
        <section className="findings" aria-label="没有保存">
          <h3 data-tone="late">
            <span aria-hidden="true">■</span> 没有保存，改好后才能检查（{refused.length}）
          </h3>
          <ul>
            {refused.map(({ place, label, why }) => (
              <li key={`${place} ${why}`}>
                {place === null ? null : <Place place={place}>{label}</Place>}
                <span>{why}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="why findings-note">
        {standing.length > 0
          ? '以下是上一次存下的文本里、现在没有改动的地方。'
          : '上一次存下的文本里，没有改动的地方没有发现问题。'}
        {changed > 0 ? `另有${changed}处您已经改动，存好后重新检查。` : null}
      </p>
      <FindingsList view={view} findings={standing} />
    </Panel>
  )
}
