import type { FoundListedWord, WordList, WordListFacts, WordListPreview } from '../../disclosure/word-list.ts'
import type { CatalogueItem } from '../../platform/catalogue/item.ts'
import type { ColumnView, GivenColumns } from '../../platform/columns/column.ts'
import type { GuideView } from '../../platform/guide/guide.ts'
import type { StandInView } from '../../review/stand-ins/stand-in.ts'
import type { SubscriberCounts } from '../../subscriptions/subscriber-counts.ts'
import type { CoverageView } from '../../supervision/coverage/coverage.ts'
import type { Counts } from '../../workbooks/counts.ts'
import type { HiddenChoice } from '../../workbooks/hidden-parts.ts'
import type { Problem } from '../../workbooks/problem.ts'
import { get, post, put, query, remove, sendFile } from '../api.ts'

interface Items<Item> {
  readonly items: readonly Item[]
}

/** What an import of the catalogue did, or what is wrong with the file. */
export interface CatalogueImport {
  readonly counts: readonly Counts[] | null
  readonly count: number
  readonly problems: readonly Problem[]
}

type WordListFile = WordListFacts & { readonly file: File }

/** What the pages of the platform ask of the server. */
export const platform = {
  columns: () => get<Items<ColumnView>>('columns'),
  subscribers: () => get<SubscriberCounts>('subscriptions'),
  addColumn: (column: unknown) => post<{ id: string }>('columns', column),
  changeColumn: (id: string, change: unknown) => put<unknown>(`columns/${id}`, change),
  giveColumns: (given: unknown) => post<GivenColumns>('columns/unit', given),
  moveColumn: (id: string, move: unknown) => post<unknown>(`columns/${id}/move`, move),
  closeColumn: (id: string, closing: unknown) => post<unknown>(`columns/${id}/close`, closing),
  reopenColumn: (id: string) => post<unknown>(`columns/${id}/reopen`),
  guide: () => get<GuideView>('guide'),
  changeGuide: (guide: unknown) => put<GuideView>('guide', guide),
  coverage: () => get<CoverageView>('coverage'),
  declare: (declaration: unknown) => post<{ id: string }>('coverage/declarations', declaration),
  endDeclaration: (id: string, end: unknown) => post<unknown>(`coverage/declarations/${id}/end`, end),
  catalogue: (q: string, column: string, page: number) =>
    get<Items<CatalogueItem> & { readonly total: number; readonly pageSize: number }>(
      `catalogue${query({ q, column, page })}`,
    ),
  addItem: (item: unknown) => post<{ id: string }>('catalogue', item),
  changeItem: (id: string, item: unknown) => put<unknown>(`catalogue/${id}`, item),
  removeItem: (id: string) => remove(`catalogue/${id}`),
  importCatalogue: ({ file, hidden }: { readonly file: File; readonly hidden?: HiddenChoice }) =>
    sendFile<CatalogueImport>(`catalogue/import${query({ hidden })}`, file),
  standIns: () => get<Items<StandInView>>('stand-ins'),
  arrangeStandIn: (standIn: unknown) => post<{ id: string }>('stand-ins', standIn),
  wordLists: () => get<Items<WordList>>('word-lists'),
  listedWords: (q: string, list: string | undefined, page: number) =>
    get<Items<FoundListedWord> & { readonly total: number; readonly pageSize: number }>(
      `word-lists/words${query({ q, list, page })}`,
    ),
  previewWordList: ({ name, source, file }: WordListFile) =>
    sendFile<WordListPreview>(`word-lists/preview${query({ name, source })}`, file),
  importWordList: ({ name, source, file }: WordListFile) =>
    sendFile<{ readonly words: number }>(`word-lists${query({ name, source })}`, file),
  removeWordList: (id: string) => remove(`word-lists/${id}`),
  endStandIn: (id: string) => post<unknown>(`stand-ins/${id}/end`),
}
