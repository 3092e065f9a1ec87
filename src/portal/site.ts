import type { Organ } from '../organs/organ.ts'
import { withQuery } from './disclosure/address.ts'

/** The site as a page sees it: who runs it and under which address. */
export interface Site {
  readonly name: string
  /** `https://www.shili.gov.cn`, without a slash at the end. */
  readonly origin: string
  /** The organ that runs the site: the uppermost one of the page's organ. Null where organs share no head. */
  readonly organiser: Organ | null
  /** A site of one organ has no front door of its own; the organ's page is it. */
  readonly hasHome: boolean
}

/** What the page of `organ` (null: of the whole site) belongs to. */
export function siteOf(organs: readonly Organ[], organ: Organ | null, origin: string): Site {
  const heads = organs.filter(({ parentId }) => parentId === null)
  const organiser = organ ? headOf(organs, organ) : heads.length === 1 ? (heads[0] ?? null) : null
  const name = `${organiser?.name.replace(/人民政府$/, '') ?? ''}政府信息公开平台`
  return { name, origin, organiser, hasHome: organs.length !== 1 }
}

function headOf(organs: readonly Organ[], organ: Organ): Organ {
  const byId = new Map(organs.map((each) => [each.id, each]))
  let head = organ
  // No more steps than organs, should the filed tree have a loop.
  for (let steps = organs.length; steps > 0; steps -= 1) {
    const parent = head.parentId === null ? undefined : byId.get(head.parentId)
    if (!parent) break
    head = parent
  }
  return head
}

export const addresses = {
  home: '/',
  /** Of the whole site: where one chooses the organ to ask, or of which to follow a request. */
  chooseToAsk: '/requests/new',
  chooseToFollow: '/requests/follow',
  /** The reports of every organ. */
  allReports: '/annual-reports/',
  reportsOfYear: (year: number, row?: string) => withQuery(`/annual-reports/${year}`, { row }),
  figuresOfYear: (year: number) => `/annual-reports/${year}.csv`,
  organ: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/`,
  reports: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/annual-reports/`,
  report: ({ slug }: Pick<Organ, 'slug'>, year: number) => `/${slug}/annual-reports/${year}`,
  file: ({ slug }: Pick<Organ, 'slug'>, year: number, ending: string) => `/${slug}/annual-reports/${year}.${ending}`,
  /** The report as it stood before a correction. */
  reportRevision: ({ slug }: Pick<Organ, 'slug'>, year: number, revision: number) =>
    `/${slug}/annual-reports/${year}/revisions/${revision}`,
  reportChanges: ({ slug }: Pick<Organ, 'slug'>, year: number) => `/${slug}/annual-reports/${year}/changes`,
  requests: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/requests/`,
  blankForm: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/requests/form`,
  ask: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/requests/new`,
  /** With the first step filled in. */
  askFor: ({ slug }: Pick<Organ, 'slug'>, wanted: string) =>
    `/${slug}/requests/new?${new URLSearchParams({ wanted }).toString()}`,
  submit: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/requests/submit`,
  receipt: ({ slug }: Pick<Organ, 'slug'>, key: string) => `/${slug}/requests/receipt?key=${key}`,
  receiptFile: ({ slug }: Pick<Organ, 'slug'>, key: string) => `/${slug}/requests/receipt.pdf?key=${key}`,
  follow: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/requests/follow`,
  /** To say something of a page, or of the organ where none is named. */
  feedback: ({ slug }: Pick<Organ, 'slug'>, page?: string, key?: string) =>
    withQuery(`/${slug}/feedback`, { page, key }),
  feedbackReceipt: ({ slug }: Pick<Organ, 'slug'>, key: string) => `/${slug}/feedback/receipt?key=${key}`,
  feedbackAnswer: ({ slug }: Pick<Organ, 'slug'>, key?: string) =>
    `/${slug}/feedback/answer${key === undefined ? '' : `?key=${key}`}`,
  catalogue: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/catalogue`,
  catalogueFile: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/catalogue.xlsx`,
  /** 政府信息公开目录 of art. 12: the published records. */
  recordCatalogue: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/catalogue/records`,
  recordCatalogueFile: ({ slug }: Pick<Organ, 'slug'>, ending: 'xlsx' | 'csv') =>
    `/${slug}/catalogue/records.${ending}`,
  guide: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/guide`,
  records: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/records/`,
  record: ({ slug }: Pick<Organ, 'slug'>, number: string) => `/${slug}/records/${number}`,
  recordHistory: ({ slug }: Pick<Organ, 'slug'>, number: string) => `/${slug}/records/${number}/history`,
  recordFile: ({ slug }: Pick<Organ, 'slug'>, number: string, file: string) =>
    `/${slug}/records/${number}/files/${file}`,
  column: ({ slug }: Pick<Organ, 'slug'>, id: string) => `/${slug}/columns/${id}`,
  library: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/library`,
  /** The row of one document in it. */
  inLibrary: ({ slug }: Pick<Organ, 'slug'>, number: string) =>
    `/${slug}/library?${new URLSearchParams({ number }).toString()}`,
  /** Of one organ, or of the whole site. */
  search: (organ: Pick<Organ, 'slug'> | null) => (organ ? `/${organ.slug}/search` : '/search'),
  feeds: (organ: Pick<Organ, 'slug'> | null) => (organ ? `/${organ.slug}` : ''),
  followedCase: ({ slug }: Pick<Organ, 'slug'>) => `/${slug}/requests/follow/case`,
}
