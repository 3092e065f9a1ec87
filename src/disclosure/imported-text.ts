import type { WordLoss } from '../files/word-page/word-page.ts'
import { withHeadings } from '../text/headings.ts'
import type { TextFromHtml } from '../text/html-reader.ts'
import { type OfficialLayout, readOfficialLayout } from '../text/official-layout.ts'
import { plainTextOf } from '../text/plain.ts'
import type { Content } from './content.ts'
import type { Finding } from './gates/finding.ts'
import type { SeenFile } from './gates/gate.ts'
import { recordTypeOf } from './record-type.ts'
import { lossNotes, messageNotes } from './word-losses.ts'

/** A draft with the words of a Word document, for the editor to take over. Nothing is saved by it. */
export interface ImportedText {
  readonly content: Content
  /** What the document says of itself; fields that were typed already keep what was typed. */
  readonly found: Pick<OfficialLayout, 'title' | 'documentNumber' | 'issuingOrgan' | 'madeOn'>
  /** The draft has a text of its own, which `content` no longer holds: ask before taking this over. */
  readonly replacesText: boolean
  readonly findings: readonly Finding[]
  /** What remains to be done by hand. */
  readonly notes: readonly string[]
}

interface FileFacts {
  readonly hidden: readonly string[]
  readonly losses: readonly WordLoss[]
  /** What the library that reads Word reports, in its words. */
  readonly messages: readonly string[]
  readonly traces: SeenFile
}

/** Puts the document's text into the draft and fills the fields in which nothing was typed. Pure. */
export function importedContent(
  draft: Content,
  read: TextFromHtml,
  organName: string,
  { hidden, losses, messages, traces }: FileFacts,
): ImportedText {
  const { attachmentNotes, genre, text, ...layout } = readOfficialLayout(read.text)
  const { title, documentNumber, issuingOrgan, madeOn } = layout
  const isOfType = draft.genre === recordTypeOf(draft.type).genre
  const isOwnName = draft.issuingOrgan === organName || draft.issuingOrgan === ''
  return {
    content: {
      ...draft,
      title: draft.title || title,
      documentNumber: draft.documentNumber || documentNumber,
      issuingOrgan: isOwnName && issuingOrgan ? issuingOrgan : draft.issuingOrgan,
      madeOn: draft.madeOn ?? madeOn,
      genre: isOfType && genre ? genre : draft.genre,
      text: withHeadings(text),
    },
    found: { title, documentNumber, issuingOrgan, madeOn },
    replacesText: plainTextOf(draft.text).trim() !== '',
    findings: findingsIn([...hidden, ...read.hidden], traces),
    notes: [
      ...(attachmentNotes.length > 0
        ? [`正文提到附件：${attachmentNotes.join('、')}。附件不在 Word 文件里的，请另行上传`]
        : []),
      ...(read.lostPictures > 0
        ? [`有${read.lostPictures}幅图片的格式不能在网页显示，没有带入，请另存为 PNG 或者 JPEG 后插入`]
        : []),
      ...lossNotes(losses),
      ...messageNotes(messages),
    ],
  }
}

function findingsIn(hidden: readonly string[], traces: SeenFile): Finding[] {
  const say = (gate: string, message: string, excerpt = ''): Finding => ({
    gate,
    severity: 'hint',
    place: 'text',
    message,
    excerpt,
  })
  const found = typeof traces === 'object' ? traces.found : []
  const count = (wanted: string) => found.filter(({ kind }) => kind === wanted).length
  const [trackedChanges, comments] = [count('trackedChanges'), count('comments')]
  return [
    ...(traces === 'failed'
      ? [say('notLookedInto', 'Word 文件过于复杂，没有检查完是否留有修订、批注，请与原文核对正文')]
      : []),
    ...(trackedChanges > 0
      ? [say('trackedChanges', `Word 文件里有${trackedChanges}处修订，已按接受全部修订读入，请核对正文`)]
      : []),
    ...(comments > 0 ? [say('comments', `Word 文件里有${comments}条批注，没有带入正文`)] : []),
    ...(hidden.length > 0
      ? [
          say(
            'hiddenContent',
            `Word 文件里有${hidden.length}处隐藏、白色或者小得看不见的文字，没有带入正文，请核对`,
            hidden.slice(0, 3).join('、'),
          ),
        ]
      : []),
  ]
}
