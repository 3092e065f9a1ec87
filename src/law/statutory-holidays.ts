import type { ArticleId } from './articles.ts'

/** When a statutory holiday falls: a civil day, a lunar holiday, or the solar term 清明. */
export type HolidayAnchor =
  | { readonly kind: 'civil'; readonly month: number; readonly day: number }
  | { readonly kind: 'springFestival' | 'dragonBoat' | 'midAutumn' | 'qingming' }

/** `offset`: where the days off begin, counted from the anchor; -1 for 除夕. */
export interface StatutoryHoliday {
  readonly name: string
  readonly anchor: HolidayAnchor
  readonly offset?: number
  readonly days: number
}

/** The days off for all citizens from the year `firstYear` on, until the next edition. */
export interface StatutoryHolidays {
  readonly firstYear: number
  readonly article: ArticleId
  readonly holidays: readonly StatutoryHoliday[]
}

const edition = (springFestival: { offset: number; days: number }, labourDays: number): StatutoryHoliday[] => [
  { name: '元旦', anchor: { kind: 'civil', month: 1, day: 1 }, days: 1 },
  { name: '春节', anchor: { kind: 'springFestival' }, ...springFestival },
  { name: '清明节', anchor: { kind: 'qingming' }, days: 1 },
  { name: '劳动节', anchor: { kind: 'civil', month: 5, day: 1 }, days: labourDays },
  { name: '端午节', anchor: { kind: 'dragonBoat' }, days: 1 },
  { name: '中秋节', anchor: { kind: 'midAutumn' }, days: 1 },
  { name: '国庆节', anchor: { kind: 'civil', month: 10, day: 1 }, days: 3 },
]

/** 放假办法 2: eleven days since 2014 (正月初一 to 初三), thirteen since 2025 (除夕 to 初三, and 2 May). */
export const statutoryHolidays: readonly StatutoryHolidays[] = [
  { firstYear: 2014, article: '放假办法 2', holidays: edition({ offset: 0, days: 3 }, 1) },
  { firstYear: 2025, article: '放假办法 2', holidays: edition({ offset: -1, days: 4 }, 2) },
]
