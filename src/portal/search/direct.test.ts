import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { directHits } from './direct.ts'
import { namesOf } from './organ-names.ts'
import type { OrganPlaces } from './places.ts'

const column = (id: string, name: string, kind = 'list', hasRecords = true) => ({
  organId: 1,
  id,
  name,
  kind,
  hasRecords,
})
const places = (id: number, slug: string, name: string, rest: Partial<OrganPlaces> = {}): OrganPlaces => ({
  organ: { ...anOrgan({ slug, name }), id },
  names: namesOf(name),
  columns: [],
  reports: [],
  items: [],
  ...rest,
})
const report = (year: number, on: string) => ({ organId: 0, year, publishedOn: plainDate(on) })

const gov = places(1, 'gov', '示例市人民政府', { reports: [report(2025, '2026-03-20')] })
const police = places(2, 'gaj', '示例市公安局', {
  columns: [column('xzgfxwj', '行政规范性文件', 'library'), column('cg', '政府采购', 'list', false)],
  reports: [report(2025, '2026-01-20'), report(2024, '2025-01-22')],
})
const housing = places(3, 'zjj', '示例市住房和城乡建设局', {
  columns: [column('cg', '政府采购'), column('zz', '重大建设项目')],
  items: ['保障性住房 公租房分配'],
})
const county = places(4, 'xgaj', '示例市东湖区公安局')
const all = [gov, police, housing, county]

const paths = (typed: string, within: OrganPlaces | null = null) =>
  directHits(typed, all, within?.organ ?? null).hits.map(({ path }) => path)

describe('an organ is found by what people call it', () => {
  test.for([
    ['示例市公安局', '/gaj/'],
    ['市公安局', '/gaj/'],
    ['东湖区公安局', '/xgaj/'],
    ['住建局', '/zjj/'],
    ['市住建局', '/zjj/'],
    ['住房城乡建设局', '/zjj/'],
    ['示例市住房和城乡建设局', '/zjj/'],
    ['市政府', '/gov/'],
    ['示例市政府', '/gov/'],
    ['公安', '/gaj/'],
    ['飞船', undefined],
  ])('%s', ([typed = '', path]) => {
    expect(paths(typed)[0]).toBe(path)
  })

  test('several of the same name are all offered, one alone with its pages', () => {
    expect(paths('公安局')).toEqual(['/gaj/', '/xgaj/'])
    expect(paths('市公安局')).toEqual(['/gaj/', '/gaj/requests/', '/gaj/annual-reports/2025'])
  })

  test('a name within other words leads nowhere', () => {
    expect(paths('关于公安局搬迁的公告')).toEqual([])
  })
})

describe('annual reports, guides and the pages for requests', () => {
  test.for([
    ['公安局 2024年年报', '/gaj/annual-reports/2024'],
    ['示例市公安局2024年度报告', '/gaj/annual-reports/2024'],
    ['示例市公安局2024年政府信息公开工作年度报告', '/gaj/annual-reports/2024'],
    ['市公安局年度报告', '/gaj/annual-reports/2025'],
    ['住建局指南', '/zjj/guide'],
    ['住建局的政府信息公开指南', '/zjj/guide'],
    ['市公安局依申请公开', '/gaj/requests/'],
    ['市公安局 查询办理进度', '/gaj/requests/follow'],
    ['市公安局规范性文件库', '/gaj/library'],
  ])('%s', ([typed = '', path = '']) => {
    expect(paths(typed)).toContain(path)
  })

  test('without an organ: the newest, and every organ to choose from', () => {
    const { hits, choice } = directHits('年度报告', all, null)
    expect(hits.map(({ path }) => path)).toEqual([
      '/gov/annual-reports/2025',
      '/gaj/annual-reports/2025',
      '/gaj/annual-reports/2024',
    ])
    expect(choice?.links.map(({ path }) => path)).toEqual(all.map(({ organ }) => `/${organ.slug}/annual-reports/`))
    expect(directHits('2024年报', all, null).hits.map(({ path }) => path)).toEqual(['/gaj/annual-reports/2024'])
    expect(directHits('申请公开', all, null)).toMatchObject({ hits: [], choice: { links: { length: 4 } } })
  })

  test('in the search of one organ: its own', () => {
    expect(paths('政府信息公开指南', housing)).toEqual(['/zjj/guide'])
    expect(paths('年报', police)[0]).toBe('/gaj/annual-reports/')
    expect(paths('规范性文件', housing)).toEqual([])
  })
})

test('columns that hold something come first, those of another organ not at all where one is searched', () => {
  expect(paths('政府采购')).toEqual(['/zjj/columns/cg', '/gaj/columns/cg'])
  expect(paths('公安局政府采购')).toEqual(['/gaj/columns/cg'])
  expect(paths('采购', housing)).toEqual(['/zjj/columns/cg'])
})

test('a matter of a catalogue is shown there', () => {
  expect(paths('公租房')).toEqual([`/zjj/catalogue?q=${encodeURIComponent('公租房')}`])
})

test.for([
  ['看年报', 3],
  ['我要看年报', 3],
  ['政府年报', 3],
  ['nianbao', 3],
])('%s asks for the annual reports', ([typed = '', count]) => {
  expect(directHits(`${typed}`, all, null).hits).toHaveLength(Number(count))
})

test('an organ is found by how its name sounds', () => {
  expect(paths('zhujianju')[0]).toBe('/zjj/')
})

test('what is to be left out is in no page that is led to', () => {
  const { hits, choice } = directHits('年报 -公安局', all, null)
  expect(hits.map(({ path }) => path)).toEqual(['/gov/annual-reports/2025'])
  expect(choice?.links.map(({ title }) => title)).toEqual(['示例市人民政府', '示例市住房和城乡建设局'])
})

test('a year of which there is no report is said, the chosen one as the typed one', () => {
  expect(directHits('2022年报', all, null).choice?.title).toMatch(/^这里没有2022年度的报告。/)
  expect(directHits('市公安局2019年报', all, null).hits.map(({ about }) => about)).toEqual([
    expect.stringMatching(/^这里没有2019年度的报告。/),
  ])
  expect(directHits('年报', all, police.organ, 2024).hits.map(({ path }) => path)).toEqual([
    '/gaj/annual-reports/',
    '/gaj/annual-reports/2024',
  ])
})

test.for(['', '%', '*', ' 。 '])('nothing is near “%s”', (typed) => {
  expect(directHits(typed, all, null)).toEqual({ hits: [], choice: null })
})
