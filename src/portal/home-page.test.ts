import { expect, test } from 'vitest'
import { instantOf, plainDate } from '../days/plain-date.ts'
import type { ListedRecord } from '../disclosure/store/public.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { homePage } from './home-page.tsx'
import { siteOf } from './site.ts'

const organs = [
  { ...anOrgan({ slug: 'shili-tjj', name: '示例市统计局' }), id: 1 },
  { ...anOrgan({ slug: 'shili-daj', name: '示例市档案局' }), id: 2 },
]

const aRecord = (organId: number, number: string, title: string): ListedRecord => ({
  organId,
  number,
  title,
  documentNumber: '',
  type: 'repost',
  columnId: 'tzgg',
  madeOn: null,
  effectiveFrom: null,
  validUntil: null,
  repealedOn: null,
  firstPublishedAt: instantOf('2026-11-20T10:00:00+08:00'),
  changedAt: instantOf('2026-11-20T10:00:00+08:00'),
})

test('what several organs show under one title is news once, and makes room for what else is new', () => {
  const shared = [1, 2].map((organId) => aRecord(organId, '2026-00001', '国务院关于同一件事的意见'))
  const others = Array.from({ length: 9 }, (_, index) => aRecord(1, `2026-0001${index}`, `通知${index}`))
  const page = homePage({
    view: {
      site: siteOf(organs, null, 'https://www.shili.example'),
      organ: null,
      path: '/',
      display: 'standard',
      tellsByMail: false,
    },
    organs,
    published: [],
    records: [...shared, ...others],
    publishing: [1, 2],
    today: plainDate('2026-11-24'),
  })
  expect(page.match(/国务院关于同一件事的意见/g)).toHaveLength(1)
  expect(page).toContain('通知6</a>')
  expect(page).not.toContain('通知7</a>')
})
