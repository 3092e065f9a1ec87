import type { Editor } from '@tiptap/react'
import { Alert, Button } from 'antd'
import { type ReactNode, useCallback, useRef } from 'react'
import { timeOfDayAt } from '../../../days/plain-date.ts'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import type { Uploads } from '../../fields/upload-field.tsx'
import { Panel } from '../../requests/case/panel.tsx'
import { Chain } from '../../review/chain.tsx'
import { EditionHead } from '../edition-head.tsx'
import { JumpTo, showPlace } from '../place.tsx'
import { editionLinks } from '../review/edition-links.ts'
import { HeldBack } from '../review/held-back.tsx'
import { PublishedPanel } from '../review/published-panel.tsx'
import { Returned } from '../review/returned.tsx'
import { RevisionsPanel } from '../review/revisions-panel.tsx'
import { useIsReviewer, writingCosts } from '../review/use-go-writing.tsx'
import { StepsPanel } from '../steps/steps-panel.tsx'
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
import { useKept } from './use-keeper.ts'

/** An edition as it is written: what is known of it, its text, its files; everything is saved by itself. */
export function EditView({ view, keeper, isRestored, onStep, onRead, onUploads }: EditViewProps) {
  const onAttachments = useCallback((now: Uploads) => onUploads('attachments', now), [onUploads])
  const editor = useRef<Editor>(undefined)
  const { content, keeping, exchanged } = useKept(keeper)
  const isOvertaken = keeping.state === 'overtaken'
  const jump = (place: string) => {
    if (place.startsWith('text')) showLine(editor.current, Number(place.slice(5)) || 0)
    else showPlace(place)
  }
  return (
    <PicturesOf value={view.recordId}>
      <JumpTo value={jump}>
        <EditionHead
          view={view}
          title={content.title}
          keeping={<KeepingLine keeper={keeper} />}
          onStep={onStep}
          actions={
            <Button size="small" onClick={onRead}>
              看公开时的样子
            </Button>
          }
        />
        <Notices view={view} keeper={keeper} isRestored={isRestored} />
        {isOvertaken ? (
          <Overtaken keeper={keeper} />
        ) : (
          <div className="columns case-columns edition-columns">
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
                  text={content.text}
                  onChange={(text) => keeper.type({ text })}
                  onBringing={(now) => onUploads('pasted', now)}
                  onEditor={(made) => {
                    editor.current = made
                  }}
                />
              </Panel>
              <Panel title="附件" count={content.attachments.length}>
                <AttachmentsField keeper={keeper} onUploads={onAttachments} />
              </Panel>
            </div>
            <aside className="case-side" aria-label="办理与检查">
              <StepsPanel view={view} onStep={onStep} />
              <FindingsWhileTyping view={view} keeper={keeper} />
              <Panel title="签名链">
                <Chain links={editionLinks(view)} hash={view.hash} />
              </Panel>
              <RevisionsPanel view={view} current={content} onRestore={keeper.exchange} />
              <PublishedPanel view={view} />
            </aside>
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

/** What the writer should know before going on: others at work, a newer text, words brought back, a return. */
function Notices({ view, keeper, isRestored }: Pick<EditViewProps, 'view' | 'keeper' | 'isRestored'>) {
  const { keeping, revision } = useKept(keeper)
  const isReviewer = useIsReviewer(view)
  const others = view.alsoEditing.map(({ name, savedAt }) => `${name}（${timeOfDayAt(savedAt)}保存过）`)
  const isOlder = keeping.state === 'kept' && view.revision > revision
  const by = view.revisions.find((each) => each.revision === view.revision)
  return (
    <>
      <Returned view={view} />
      <HeldBack view={view} />
      {view.status !== 'drafting' || isReviewer ? (
        <Notice type="warning">
          {view.status === 'drafting' ? null : '正在修改审核中的文本：改动一个字，已有的签名就全部失效，须重新送审。'}
          {isReviewer ? writingCosts : null}
        </Notice>
      ) : null}
      {isRestored ? <Notice type="info">已找回您上次在这台电脑上没有存到服务器的文字。</Notice> : null}
      {others.length > 0 ? (
        <Notice type="info">{others.join('、')}也在修改这一版。两人同时改时，后保存的一份会另存，不会互相覆盖。</Notice>
      ) : null}
      {isOlder ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          role="status"
          title={`${by?.savedName ?? '他人'}保存了第${view.revision}稿，您看到的是第${revision}稿。`}
          action={
            <Button size="small" onClick={() => keeper.adopt(view)}>
              换成新的一稿
            </Button>
          }
        />
      ) : null}
    </>
  )
}

const Notice = ({ type, children }: { type: 'info' | 'warning'; children: ReactNode }) => (
  <Alert className="gap-below" type={type} showIcon role="status" title={children} />
)
