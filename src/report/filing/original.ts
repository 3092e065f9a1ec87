import type { Tx } from '../../db/database.ts'
import { findPagesApart, orRefuse, showPageApart } from '../../files/inspect/pages-apart.ts'
import { kinds } from '../../files/kinds.ts'
import type { PagePicture, PageSize } from '../../files/pages/page-picture.ts'
import { getFile, type StoredFile } from '../../files/store.ts'
import { refusals } from '../../refusal.ts'
import { declaredFormat } from '../declared-format.ts'
import { type RowPages, rowPages } from '../read/table-pages.ts'
import type { AnnualReport } from '../report.ts'
import * as filers from './store/filers.ts'
import * as filings from './store/filings.ts'

/** The pages of an original: none of what has no pages by itself, and is shown as it was read. */
export interface OriginalPages {
  readonly sizes: readonly PageSize[]
  /** Where the rows of the tables stand. */
  readonly rows: RowPages
}

export interface Original {
  readonly file: StoredFile
  readonly report: AnnualReport
}

/** What an office received of an organ, as it came. Refuses whoever does not file here, and where nothing was received. */
export async function getOriginal(tx: Tx, organId: number, year: number, filerId: string): Promise<Original> {
  const filer = await filers.getFiler(tx, organId, year, filerId)
  const open = await filings.findFiling(tx, { organId, year, filer })
  const received = open?.events.findLast(({ kind }) => kind === 'received')
  if (received?.kind !== 'received' || !received.fileId) throw refusals.unknownFile()
  return { file: await getFile(tx, organId, received.fileId), report: received.data.report }
}

const hasPages = ({ contentType }: StoredFile): boolean => contentType === kinds.pdf.contentType

/** Never inside a transaction: looking into a file takes long. Refuses a PDF whose pages cannot be shown. */
export async function pagesOfOriginal({ file, report }: Original): Promise<OriginalPages> {
  if (!hasPages(file)) return { sizes: [], rows: {} }
  const found = orRefuse(await findPagesApart(file.bytes))
  return { sizes: found.sizes, rows: rowPages(declaredFormat(report), found.texts) }
}

/** A page, counted from nought, as a picture. Never inside a transaction. */
export async function pictureOfOriginal({ file }: Original, page: number, width: number): Promise<PagePicture> {
  if (!hasPages(file)) throw refusals.pagesNotShown('noPage')
  return orRefuse(await showPageApart(file.bytes, { page, width }))
}
