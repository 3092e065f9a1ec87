import { Alert, Button } from 'antd'
import type { Act } from '../../../disclosure/content.ts'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { Chain } from '../../review/chain.tsx'
import { ChangesList } from '../changes-list.tsx'
import { byParagraph } from '../comments/by-paragraph.ts'
import { useCommenting } from '../comments/commenting.tsx'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import { LeftTyped } from '../edit/left-typed.tsx'
import { EditionHead } from '../edition-head.tsx'
import { isOnTheWay } from '../list/due-words.ts'
import { JumpTo, showPlace } from '../place.tsx'
import { EditionSteps } from '../steps/edition-steps.tsx'
import { PicturesOf } from '../text/pictures.ts'
import { actWords } from './act-words.ts'
import { AttachmentList } from './attachment-list.tsx'
import { changedParagraphs } from './changed-paragraphs.ts'
import { CopyButton } from './copy-button.tsx'
import { editionLinks } from './edition-links.ts'
import { FindingsPanel } from './findings.tsx'
import { HeadTable } from './head-table.tsx'
import { HeldBack } from './held-back.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { pinnedNow } from './pinned.ts'
import { PublishedPanel } from './published-panel.tsx'
import { Returned, ReturnedBefore } from './returned.tsx'
import { RevisionsPanel } from './revisions-panel.tsx'
import { TemplateButton } from './template-button.tsx'
import { TermEnds } from './term-ends.tsx'
import { TextView } from './text-view.tsx'
import { useGoWriting } from './use-go-writing.tsx'

/** An edition as it is reviewed: what changed, the text as it will stand in public, who has signed, what is next. */
export function ReadView({ view, onStep, onPin, onEdit }: ReadViewProps) {
  const { content } = view
  const mayReturn = view.steps.some(({ name, why }) => name === 'sendBack' && why === null)
  const edit = useGoWriting(view, onEdit, onStep)
  const commenting = useCommenting(view)
  return (
    <PicturesOf value={view.recordId}>
      <JumpTo value={showPlace}>
        <EditionHead
          view={view}
          title={content.title}
          onStep={onStep}
          actions={
            <>
              {view.whyNotSave === null ? (
                <Button size="small" onClick={edit}>
                  修改文本
                </Button>
              ) : null}
              <CopyButton view={view} />
              <TemplateButton view={view} />
            </>
          }
        />
        <LeftTyped view={view} />
        <Returned view={view} />
        <ReturnedBefore view={view} />
        <HeldBack view={view} />
        <TermEnds view={view} />
        <Panel title="签名链">
          <Chain links={editionLinks(view)} hash={view.hash} />
        </Panel>
        <div className="columns case-columns edition-columns">
          <div>
            <ChangesPanels view={view} />
            <PublicLook view={view} onComment={commenting.ask} {...(mayReturn ? { onPin } : {})} />
            <Panel title="附件" count={content.attachments.length}>
              <AttachmentList recordId={view.recordId} attachments={content.attachments} />
            </Panel>
            <HistoryPanel view={view} />
          </div>
          <aside className="case-side" aria-label="办理与检查">
            <EditionSteps view={view} onStep={onStep} />
            <CommentsPanel view={view} commenting={commenting} />
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

function ChangesPanels({ view: { status, changedSinceReview, changedSinceLive } }: { view: RecordView }) {
  return (
    <>
      {changedSinceReview.length > 0 ? (
        <Panel title="与上次审核的文本相比改了什么" count={changedSinceReview.length}>
          <ChangesList changes={changedSinceReview} />
        </Panel>
      ) : null}
      {isOnTheWay(status) && changedSinceLive.length > 0 ? (
        <Panel title="与正在公开的版本相比改了什么" count={changedSinceLive.length}>
          <ChangesList changes={changedSinceLive} />
        </Panel>
      ) : null}
    </>
  )
}

/** The text as it will stand in public; a return may be pinned to a paragraph of it. */
function PublicLook({ view, onPin, onComment }: PublicLookProps) {
  const { title, text } = view.content
  return (
    <Panel title="公开时的样子">
      <article className="public-look">
        <ActBanner act={view.content.act} />
        <HeadTable view={view} />
        <p className="public-title">{title || '（还没有标题）'}</p>
        <TextView
          text={text}
          changed={changedParagraphs(view)}
          pinned={pinnedNow(view)}
          comments={byParagraph(view.comments)}
          {...(onComment ? { onComment } : {})}
          {...(onPin ? { onPin } : {})}
        />
      </article>
    </Panel>
  )
}

interface PublicLookProps {
  readonly view: RecordView
  readonly onPin?: (paragraph: number) => void
  readonly onComment: ((paragraph: number) => void) | undefined
}

function ActBanner({ act }: { act: Act }) {
  const words = actWords(act)
  if (words === null) return null
  return (
    <Alert
      className="gap-below"
      type={act.kind === 'correct' ? 'info' : 'warning'}
      title={words.title}
      description={words.hides}
    />
  )
}
