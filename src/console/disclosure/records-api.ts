import type { CommentAnswer, NewComment } from '../../disclosure/comment.ts'
import type { Content } from '../../disclosure/content.ts'
import type { StepName } from '../../disclosure/edition-event.ts'
import type { Revision } from '../../disclosure/record.ts'
import type { RecordTypeId } from '../../disclosure/record-type.ts'
import type { RecordItem, RecordView } from '../../disclosure/record-view.ts'
import type { TemplateItem, TemplateName } from '../../disclosure/template.ts'
import type { PutOnTop } from '../../disclosure/top-place.ts'
import { get, post, put, query, remove } from '../api.ts'

export interface RecordsPage {
  readonly items: readonly RecordItem[]
  readonly total: number
  readonly pageSize: number
}

/** One edition of one record, by which everything of it is asked. */
export interface EditionAddress {
  readonly recordId: string
  readonly edition: number
}

export interface SavedText {
  readonly revision: number
  readonly hash: string
  readonly overtakenBy: Revision | null
}

/** Where the page of an edition is. */
export const editionPath = ({ recordId, edition }: EditionAddress): string => `/records/${recordId}/editions/${edition}`

const at = ({ recordId, edition }: EditionAddress): string => `records/${recordId}/editions/${edition}`

/** What the pages of records ask of the server. */
export const records = {
  list: (wanted: Readonly<Record<string, string | undefined>>) => get<RecordsPage>(`records${query(wanted)}`),
  begin: (type: RecordTypeId) => post<EditionAddress>('records', { type }),
  beginEdition: (recordId: string, act: 'correct' | 'withdraw' | 'repeal') =>
    post<EditionAddress>(`records/${recordId}/editions`, { act }),
  comment: (edition: EditionAddress, comment: NewComment) => post(`${at(edition)}/comments`, comment),
  answerComment: (edition: EditionAddress, id: string, answer: CommentAnswer) =>
    post(`${at(edition)}/comments/${id}/answers`, answer),
  resolveComment: (edition: EditionAddress, id: string, isResolved: boolean) =>
    put(`${at(edition)}/comments/${id}`, { isResolved }),
  templates: () => get<{ readonly items: readonly TemplateItem[] }>('record-templates'),
  keepTemplate: (edition: EditionAddress, name: TemplateName) => post(`${at(edition)}/templates`, name),
  renameTemplate: (id: string, name: TemplateName) => put(`record-templates/${id}`, name),
  removeTemplate: (id: string) => remove(`record-templates/${id}`),
  beginFromTemplate: (id: string) => post<EditionAddress>(`record-templates/${id}/records`, {}),
  putOnTop: (recordId: string, typed: PutOnTop) => put(`records/${recordId}/top`, typed),
  takeFromTop: (recordId: string) => remove(`records/${recordId}/top`),
  copy: (edition: EditionAddress) => post<EditionAddress>(`${at(edition)}/copies`, {}),
  get: (edition: EditionAddress) => get<RecordView>(at(edition)),
  save: (edition: EditionAddress, basedOn: number, content: Content) =>
    put<SavedText>(at(edition), { basedOn, content }),
  revision: (edition: EditionAddress, revision: number) => get<Revision>(`${at(edition)}/revisions/${revision}`),
  take: (edition: EditionAddress, step: StepName, seq: number, input: unknown) =>
    post<RecordView>(`${at(edition)}/steps/${step}`, { seq, input }),
}

export const editionKey = ({ recordId, edition }: EditionAddress) => ['record', recordId, edition] as const
