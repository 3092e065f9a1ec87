import { addDays, type PlainDate, plainDate, yearOf } from '../days/plain-date.ts'
import type { NormativeDocument } from '../ledgers/normative-document.ts'
import { lastDay, officeDayFrom, someOfficeDays } from './office-days.ts'
import type { Profile } from './profile.ts'
import { type Random, seeded } from './random.ts'

export interface DocumentPlan {
  readonly kind: NormativeDocument['kind']
  readonly seed: string
  readonly stock: number
  readonly perYear: number
  readonly titles: readonly string[]
  /** The document's number: the how-many-eth it is of its year. */
  number(year: number, index: number): string
  /** Years in force, null without term. */
  readonly terms: readonly (number | null)[]
}

/** The normative documents of an organ: mostly for five years, some on trial. */
export const documentPlan = ({ slug, shortName, documents }: Profile): DocumentPlan => ({
  ...documents,
  kind: 'normativeDocuments',
  seed: `${slug}/documents`,
  terms: [5, 5, 5, 3, 2, null],
  number: (year, index) => `${shortName}规〔${year}〕${index}号`,
})

/** Rules or normative documents with their ends: the stock, then each year new ones, revised ones and a clean-up. */
export function documentsOf(plan: DocumentPlan): NormativeDocument[] {
  const random = seeded(plan.seed)
  const titles = [...plan.titles]
  const counts = new Map<number, number>()
  const documents: NormativeDocument[] = []
  const issue = (issuedOn: PlainDate, title: string) => {
    const year = yearOf(issuedOn)
    const index = (counts.get(year) ?? 0) + 1
    counts.set(year, index)
    documents.push({
      kind: plan.kind,
      title,
      documentNumber: plan.number(year, index),
      issuedOn,
      ...termOf(random, issuedOn, plan.terms),
      repealedOn: null,
      repealedBy: null,
    })
  }

  const stockDays = Array.from({ length: plan.stock }, () => aStockDay(random)).sort()
  for (const day of stockDays) issue(day, `示例市${titles.shift() ?? '公文处理办法'}`)
  for (const year of [2023, 2024, 2025, 2026]) {
    if (random.chance(0.6)) cleanUp(random, documents, year)
    for (const day of someOfficeDays(random, year, random.int(plan.perYear - 1, plan.perYear + 1))) {
      const revised = titles.length === 0 || random.chance(0.35) ? oldestInForce(documents, day) : undefined
      const title = revised?.title ?? titles.shift()
      if (title === undefined) continue
      issue(day, title.includes('示例市') ? title : `示例市${title}`)
      const made = documents.at(-1)
      if (revised && made) Object.assign(revised, { repealedOn: made.effectiveFrom, repealedBy: made.documentNumber })
    }
  }
  return documents
}

const aStockDay = (random: Random): PlainDate =>
  officeDayFrom(
    plainDate(`${random.int(2019, 2022)}-${random.pick(['03', '05', '06', '08', '09', '10'])}-${random.int(10, 25)}`),
  )

/** In force within the year of issue, as most are; the last day in force is the eve of an anniversary. */
function termOf(random: Random, issuedOn: PlainDate, terms: DocumentPlan['terms']) {
  const later = addDays(issuedOn, random.pick([0, 0, 30]))
  const effectiveFrom = yearOf(later) === yearOf(issuedOn) && later <= lastDay ? later : issuedOn
  const term = random.pick(terms)
  // Stock that had run out before the ledger began would not stand in it.
  const years = term !== null && yearOf(issuedOn) + term < 2023 ? term + 3 : term
  const anniversary = years === null ? null : `${yearOf(effectiveFrom) + years}${effectiveFrom.slice(4)}`
  const validUntil = anniversary === null ? null : addDays(plainDate(anniversary.replace('02-29', '02-28')), -1)
  return { effectiveFrom, validUntil }
}

/** Well in force: neither repealed nor about to run out. */
const inForce = (documents: readonly NormativeDocument[], day: PlainDate) =>
  documents.filter(
    ({ effectiveFrom, repealedOn, validUntil }) =>
      effectiveFrom < addDays(day, -300) && repealedOn === null && (!validUntil || validUntil > addDays(day, 60)),
  )
const oldestInForce = (documents: readonly NormativeDocument[], day: PlainDate) => inForce(documents, day)[0]

function cleanUp(random: Random, documents: readonly NormativeDocument[], year: number): void {
  const day = officeDayFrom(plainDate(`${year}-${random.pick(['04', '07', '11'])}-${random.int(10, 18)}`))
  const candidates = inForce(documents, day)
  if (day > lastDay || candidates.length < 4) return
  const repealed = { repealedOn: day, repealedBy: `关于废止部分文件的决定（${year}年清理）` }
  Object.assign(random.pick(candidates), repealed)
}
