import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { changesBetween } from '../../../disclosure/changes.ts'
import type { Content } from '../../../disclosure/content.ts'
import type { Revision } from '../../../disclosure/record.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { useGiveFocusBack } from '../../fields/give-focus-back.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { officeTime } from '../../words.ts'
import { ChangesList } from '../changes-list.tsx'
import { shortHash } from '../disclosure-words.ts'
import { JumpTo } from '../place.tsx'
import { records } from '../records-api.ts'
import { TextView } from './text-view.tsx'

const shownFirst = 6

/** Every text that was ever saved; each can be looked at, and in the editor taken up again. */
export function RevisionsPanel({ view, current, onRestore }: RevisionsPanelProps) {
  const [looked, setLooked] = useState<number>()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? view.revisions : view.revisions.slice(0, shownFirst)
  return (
    <Panel title="历次保存" count={view.revisions.length} printed={false}>
      <ul className="revisions">
        {shown.map(({ revision, savedName, savedAt, isAside, hash }) => (
          <li key={revision} data-current={revision === view.revision}>
            <Button type="link" size="small" onClick={() => setLooked(revision)}>
              第{revision}稿
            </Button>
            <span className="row baseline grow">
              {savedName} <span className="quiet">{officeTime(savedAt).slice(5)}</span>
              {isAside ? <span className="tag-quiet">修改稿，未采用</span> : null}
              {revision === view.revision ? <span className="tag-quiet">现在的文本</span> : null}
            </span>
            <code title={hash}>{shortHash(hash)}</code>
          </li>
        ))}
      </ul>
      {view.revisions.length > shown.length ? (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          全部{view.revisions.length}稿
        </Button>
      ) : null}
      {looked === undefined ? null : (
        <RevisionDrawer
          view={view}
          revision={looked}
          current={current}
          onRestore={onRestore}
          onClose={() => setLooked(undefined)}
        />
      )}
    </Panel>
  )
}

interface RevisionsPanelProps {
  readonly view: RecordView
  readonly current: Content
  readonly onRestore?: ((content: Content) => void) | undefined
}

function RevisionDrawer({ view, revision, current, onRestore, onClose }: RevisionDrawerProps) {
  useGiveFocusBack()
  const query = useQuery({
    queryKey: ['revision', view.recordId, view.edition, revision],
    queryFn: () => records.revision(view, revision),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Drawer open size={720} title={`第${revision}稿`} onClose={onClose}>
      <Fetched query={query}>
        {(saved) => (
          <JumpTo value={() => {}}>
            <Look saved={saved} current={current} />
            {onRestore && revision !== view.revision ? (
              <div className="form-buttons">
                <Button
                  type="primary"
                  onClick={() => {
                    onRestore(saved.content)
                    onClose()
                  }}
                >
                  恢复此稿
                </Button>
              </div>
            ) : null}
          </JumpTo>
        )}
      </Fetched>
    </Drawer>
  )
}

interface RevisionDrawerProps {
  readonly view: RecordView
  readonly revision: number
  readonly current: Content
  readonly onRestore: ((content: Content) => void) | undefined
  readonly onClose: () => void
}

function Look({ saved, current }: { saved: Revision; current: Content }) {
  const changes = changesBetween(saved.content, current)
  return (
    <>
      <p className="quiet gap-below">
        {saved.savedName}于 {officeTime(saved.savedAt)} 保存，校验码 {shortHash(saved.hash)}。
        {saved.isAside ? '保存时已有他人的修改，作为修改稿另存。' : ''}
      </p>
      <h3>到现在的文本改了什么</h3>
      {changes.length === 0 ? <p>与现在的文本相同。</p> : <ChangesList changes={changes} />}
      <h3 className="revision-title">{saved.content.title || '（还没有标题）'}</h3>
      <TextView text={saved.content.text} isAway />
    </>
  )
}
