import { Alert, Button } from 'antd'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { Chain } from '../../review/chain.tsx'
import { ChangesList } from '../changes-list.tsx'
import { LeftTyped } from '../edit/left-typed.tsx'
import { EditionHead } from '../edition-head.tsx'
import { isOnTheWay } from '../list/due-words.ts'
import { JumpTo, showPlace } from '../place.tsx'
import { StepsPanel } from '../steps/steps-panel.tsx'
import { PicturesOf } from '../text/pictures.ts'
import { AttachmentList } from './attachment-list.tsx'
import { editionLinks } from './edition-links.ts'
import { FindingsPanel } from './findings.tsx'
import { HeadTable } from './head-table.tsx'
import { HeldBack } from './held-back.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PublishedPanel } from './published-panel.tsx'
import { pinnedNow, Returned } from './returned.tsx'
import { RevisionsPanel } from './revisions-panel.tsx'
import { TextView } from './text-view.tsx'
import { useGoWriting } from './use-go-writing.tsx'

const changedParagraphs = ({ status, changedSinceReview, changedSinceLive }: RecordView): Set<number> =>
  new Set(
    (isOnTheWay(status) ? [...changedSinceReview, ...changedSinceLive] : []).flatMap(({ place }) =>
      place.startsWith('text:') ? [Number(place.slice(5))] : [],
    ),
  )

/** An edition as it is reviewed: what changed, the text as it will stand in public, who has signed, what is next. */
export function ReadView({ view, onStep, onPin, onEdit }: ReadViewProps) {
  const { content } = view
  const mayReturn = view.steps.some(({ name, why }) => name === 'sendBack' && why === null)
  const edit = useGoWriting(view, onEdit, onStep)
  return (
    <PicturesOf value={view.recordId}>
      <JumpTo value={showPlace}>
        <EditionHead
          view={view}
          title={content.title}
          onStep={onStep}
          actions={
            view.whyNotSave === null ? (
              <Button size="small" onClick={edit}>
                修改文本
              </Button>
            ) : null
          }
        />
        <LeftTyped view={view} />
        <Returned view={view} />
        <HeldBack view={view} />
        <Panel title="签名链">
          <Chain links={editionLinks(view)} hash={view.hash} />
        </Panel>
        <div className="columns case-columns edition-columns">
          <div>
            {view.changedSinceReview.length > 0 ? (
              <Panel title="与上次审核的文本相比改了什么" count={view.changedSinceReview.length}>
                <ChangesList changes={view.changedSinceReview} />
              </Panel>
            ) : null}
            {isOnTheWay(view.status) && view.changedSinceLive.length > 0 ? (
              <Panel title="与正在公开的版本相比改了什么" count={view.changedSinceLive.length}>
                <ChangesList changes={view.changedSinceLive} />
              </Panel>
            ) : null}
            <Panel title="公开时的样子">
              <article className="public-look">
                <ActBanner view={view} />
                <HeadTable view={view} />
                <p className="public-title">{content.title || '（还没有标题）'}</p>
                <TextView
                  text={content.text}
                  changed={changedParagraphs(view)}
                  pinned={pinnedNow(view)}
                  {...(mayReturn ? { onPin } : {})}
                />
              </article>
            </Panel>
            <Panel title="附件" count={content.attachments.length}>
              <AttachmentList recordId={view.recordId} attachments={content.attachments} />
            </Panel>
            <HistoryPanel view={view} />
          </div>
          <aside className="case-side" aria-label="办理与检查">
            <StepsPanel view={view} onStep={onStep} />
            <FindingsPanel view={view} findings={view.findings} />
            <PublishedPanel view={view} />
            <RevisionsPanel view={view} current={content} />
          </aside>
        </div>
      </JumpTo>
    </PicturesOf>
  )
}

interface ReadViewProps {
  readonly view: RecordView
  readonly onStep: (step: StepName) => void
  readonly onPin: (paragraph: number) => void
  readonly onEdit: () => void
}

/** What the public reads above the text of a correction, a withdrawal or a repeal. */
function ActBanner({ view: { content } }: { view: RecordView }) {
  const { act } = content
  if (act.kind === 'publish') return null
  const reason = act.reason || '（还没有填写理由）'
  const title = {
    correct: `更正说明：${reason}${act.kind === 'correct' && act.changedOn ? `（信息变更日期：${act.changedOn}）` : ''}`,
    withdraw: `本信息将被撤回。理由：${reason}`,
    repeal:
      act.kind === 'repeal'
        ? `本文件自${act.on ?? '（日期未填）'}起废止，依据：${act.by || '（未填）'}。${reason}`
        : '',
  }[act.kind]
  const hides =
    act.kind === 'correct' && act.hideReason !== undefined
      ? `更正前的原文将从公开的历史中隐去，公众不再看到其文字、改动和附件。理由：${act.hideReason || '（还没有填写）'}`
      : undefined
  return (
    <Alert className="gap-below" type={act.kind === 'correct' ? 'info' : 'warning'} title={title} description={hides} />
  )
}
