import type { Editor } from '@tiptap/react'
import { Button } from 'antd'
import { useCallback, useRef } from 'react'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import type { Uploads } from '../../fields/uploads.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { Chain } from '../../review/chain.tsx'
import { useCommenting } from '../comments/commenting.tsx'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import { EditionHead } from '../edition-head.tsx'
import { JumpTo, showPlace } from '../place.tsx'
import { editionLinks } from '../review/edition-links.ts'
import { PublishedPanel } from '../review/published-panel.tsx'
import { RevisionsPanel } from '../review/revisions-panel.tsx'
import { EditionSteps } from '../steps/edition-steps.tsx'
import { PicturesOf } from '../text/pictures.ts'
import { positionOf } from '../text/places.ts'
import { RichText } from '../text/rich-text.tsx'
import { AttachmentsField } from './attachments-field.tsx'
import { FindingsWhileTyping } from './findings-while-typing.tsx'
import { ImportWord } from './import-word.tsx'
import type { Keeper } from './keeper.ts'
import { KeepingLine } from './keeping-line.tsx'
import { MetaForm } from './meta-form.tsx'
import { Overtaken } from './overtaken.tsx'
import { useCommentMarks } from './use-comment-marks.ts'
import { useKept, useKeptFact } from './use-keeper.ts'
import { WriterNotices } from './writer-notices.tsx'
import { WritingState } from './writing-state.tsx'

/** An edition as it is written: what is known of it, its text, its files; everything is saved by itself. */
export function EditView({ view, keeper, isRestored, onStep, onRead, onUploads }: EditViewProps) {
  const editor = useRef<Editor>(undefined)
  const title = useKeptFact(keeper, ({ content }) => content.title)
  const state = useKeptFact(keeper, ({ keeping }) => keeping.state)
  useCommentMarks(editor, view, state)
  const jump = (place: string) => {
    if (place.startsWith('text')) showLine(editor.current, Number(place.slice(5)) || 0)
    else showPlace(place)
  }
  return (
    <PicturesOf value={view.recordId}>
      <JumpTo value={jump}>
        <EditionHead
          view={view}
          title={title}
          keeping={<KeepingLine keeper={keeper} />}
          onStep={onStep}
          actions={
            <Button size="small" onClick={onRead}>
              看公开时的样子
            </Button>
          }
        />
        <WriterNotices view={view} keeper={keeper} isRestored={isRestored} />
        {state === 'overtaken' ? (
          <Overtaken keeper={keeper} edition={view} />
        ) : (
          <div className="columns case-columns edition-columns">
            <WrittenParts
              view={view}
              keeper={keeper}
              onUploads={onUploads}
              onEditor={(made) => {
                editor.current = made
              }}
            />
            <WorkPanels view={view} keeper={keeper} onStep={onStep} />
          </div>
        )}
      </JumpTo>
    </PicturesOf>
  )
}

interface EditViewProps {
  readonly view: RecordView
  readonly keeper: Keeper
  readonly isRestored: boolean
  readonly onStep: (step: StepName) => void
  readonly onRead: () => void
  /** Told what has not arrived. */
  readonly onUploads: (source: UploadSource, uploads: Uploads) => void
}

/** Attachments, pictures that a paste brought, a Word file that is read in. */
export type UploadSource = 'attachments' | 'pasted' | 'word'

function WrittenParts({ view, keeper, onUploads, onEditor }: WrittenPartsProps) {
  const exchanged = useKeptFact(keeper, (kept) => kept.exchanged)
  const attachments = useKeptFact(keeper, ({ content }) => content.attachments.length)
  const onAttachments = useCallback((now: Uploads) => onUploads('attachments', now), [onUploads])
  return (
    <div>
      <Panel title="基本信息" printed={false}>
        <MetaForm key={exchanged} keeper={keeper} />
      </Panel>
      <Panel
        title="正文"
        extra={<ImportWord keeper={keeper} edition={view} onReading={(now) => onUploads('word', now)} />}
      >
        <RichText
          key={exchanged}
          text={keeper.read().content.text}
          onChange={(text) => keeper.type({ text })}
          onBringing={(now) => onUploads('pasted', now)}
          onEditor={onEditor}
          state={<WritingState keeper={keeper} findings={view.findings} />}
        />
      </Panel>
      <Panel title="附件" count={attachments}>
        <AttachmentsField keeper={keeper} onUploads={onAttachments} />
      </Panel>
    </div>
  )
}

interface WrittenPartsProps extends Pick<EditViewProps, 'view' | 'keeper' | 'onUploads'> {
  readonly onEditor: (made: Editor) => void
}

function WorkPanels({ view, keeper, onStep }: Pick<EditViewProps, 'view' | 'keeper' | 'onStep'>) {
  const { content } = useKept(keeper)
  const commenting = useCommenting(view)
  return (
    <aside className="case-side" aria-label="办理与检查">
      <EditionSteps view={view} onStep={onStep} />
      <CommentsPanel view={view} commenting={commenting} />
      <FindingsWhileTyping view={view} keeper={keeper} />
      <Panel title="签名链">
        <Chain links={editionLinks(view)} hash={view.hash} />
      </Panel>
      <RevisionsPanel view={view} current={content} onRestore={keeper.exchange} />
      <PublishedPanel view={view} />
    </aside>
  )
}

function showLine(editor: Editor | undefined, line: number): void {
  const at = editor && positionOf(editor.state.doc, line)
  if (!editor || at === undefined) return
  editor
    .chain()
    .setTextSelection(at + 1)
    .scrollIntoView()
    .run()
  // At once, so that the next key already goes there.
  editor.view.focus()
}
