import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { outcomesOn } from '../../law/outcomes.ts'
import { noAnswerParagraph, remedyParagraph } from './remedy-paragraph.ts'
import { aLetterOrgan } from './testing/facts.ts'

const day = plainDate
const organ = aLetterOrgan()
const first = '应当先申请行政复议，不能直接提起行政诉讼'
const direct = '自收到本答复书之日起6个月内依法向有管辖权的人民法院提起行政诉讼'
const reviewed = '自收到本答复书之日起60日内向示例市人民政府申请行政复议'

/** Art. 14–16 refusals. All other answers may be sued at once; a partial one in what it does not withhold. */
const mustGoFirst = [
  'denied.stateSecret',
  'denied.prohibitedByLaw',
  'denied.threeSecuritiesOneStability',
  'denied.thirdPartyRights',
  'denied.internalAffairs',
  'denied.processInformation',
  'denied.enforcementFile',
]

describe.each(['2023-12-31', '2024-06-01', '2026-08-01'])('on %s', (text) => {
  const on = day(text)
  const isNew = text > '2024'
  test.each(outcomesOn(on).map(({ id }) => id))('%s', (outcome) => {
    const told = remedyParagraph(outcome, organ, on)
    const isPartial = outcome === 'partiallyGranted'
    const isFirst = isNew && (isPartial || mustGoFirst.includes(outcome))
    expect(told.includes(first)).toBe(isFirst)
    expect(told.includes('第二十三条第一款第（四）项')).toBe(isFirst)
    expect(told.includes('15日内')).toBe(isFirst)
    expect(told.includes(direct)).toBe(!isFirst || isPartial)
    expect(told).toContain(isNew ? reviewed : '60日内向示例市人民政府或者上一级主管部门申请行政复议')
    expect(told.includes('上一级主管部门')).toBe(!isNew)
    expect(told).toMatch(/^[^A-Za-z]+。$/)
  })
})

test('of a partial answer only the part withheld under arts. 14–16 goes to reconsideration first', () => {
  const told = remedyParagraph('partiallyGranted', organ, day('2026-08-01'))
  expect(told).toContain('第十四条至第十六条不予公开的部分不服')
  expect(told).toContain('本答复书的其他内容不服')
})

test('a partial answer that withholds nothing under arts. 14–16 may be sued at once', () => {
  for (const on of ['2024-06-01', '2026-08-01'])
    expect(remedyParagraph('partiallyGranted', organ, day(on), { withholdsExempt: false })).not.toContain(first)
})

test('the organ may choose the other reading of a partial answer until July 2026, not after', () => {
  const other = aLetterOrgan({ partialDisclosureRoute: 'optional' })
  expect(remedyParagraph('partiallyGranted', other, day('2026-06-30'))).not.toContain(first)
  expect(remedyParagraph('partiallyGranted', other, day('2026-07-01'))).toContain(first)
})

test.each([
  { who: 'a department', kind: 'department', level: 'county', leadership: 'local', body: '向本级人民政府申请' },
  {
    who: 'a provincial department',
    kind: 'department',
    level: 'province',
    leadership: 'local',
    body: '向本级人民政府申请',
  },
  { who: 'a government', kind: 'government', level: 'city', leadership: 'local', body: '向上一级人民政府申请' },
  { who: 'a township', kind: 'township', level: 'township', leadership: 'local', body: '向上一级人民政府申请' },
  { who: 'a provincial government', kind: 'government', level: 'province', leadership: 'local', body: '向本机关申请' },
  { who: 'a ministry', kind: 'department', level: 'national', leadership: 'local', body: '向本机关申请' },
  { who: 'a tax office', kind: 'department', level: 'city', leadership: 'vertical', body: '向上一级主管部门申请' },
  {
    who: 'a justice bureau',
    kind: 'department',
    level: 'city',
    leadership: 'justice',
    body: '向本级人民政府或者上一级司法行政部门申请',
  },
] as const)('without a name set, the decision of $who is reviewed as the law says', ({ body, who: _, ...changes }) =>
  expect(remedyParagraph('granted', aLetterOrgan({ ...changes, reviewBody: null }), day('2026-08-01'))).toContain(body),
)

describe('the internet channel to reconsideration (复议法 22 II)', () => {
  const told = (onlineReview: string | null, electronic: boolean, on = '2026-08-01') =>
    remedyParagraph('granted', aLetterOrgan({ onlineReview }), day(on), { electronic })

  test('is named where the organ knows it', () => {
    expect(told('掌上复议小程序', true)).toContain('渠道为：掌上复议小程序。')
    expect(told('掌上复议小程序', false)).toContain('渠道为：掌上复议小程序。')
  })

  test('is to be asked for where it does not, if the answer goes out over the internet', () => {
    expect(told(null, true)).toContain('可以向行政复议机关或者本机关询问办理渠道')
    expect(told(null, false)).not.toContain('互联网')
  })

  test('did not exist in the law before 2024', () =>
    expect(told('掌上复议小程序', true, '2023-12-31')).not.toContain('互联网'))
})

test('the court is named where the organ has set it', () =>
  expect(remedyParagraph('granted', aLetterOrgan({ court: '示例铁路运输法院' }), day('2026-08-01'))).toContain(
    '依法向示例铁路运输法院提起行政诉讼',
  ))

test.each(['proceduralNotice', 'formOfProvision', 'feeObjection', 'noProactiveDisclosure'] as const)(
  'no remedies are told for %s',
  (act) => expect(() => remedyParagraph(act, organ, day('2026-08-01'))).toThrow(RangeError),
)

describe('who got no answer in time', () => {
  const on = day('2026-08-01')
  test('may go either way, unless the organ reads the law otherwise', () => {
    expect(noAnswerParagraph(organ, on)).toBe(
      '答复期限已过，本机关还没有答复。您可以依法向示例市人民政府申请行政复议，也可以自答复期限届满之日起6个月内依法向有管辖权的人民法院提起行政诉讼。',
    )
    const mandatory = noAnswerParagraph(aLetterOrgan({ noAnswerRoute: 'mandatoryReconsideration' }), on)
    expect(mandatory).toContain('您可以依法向示例市人民政府申请行政复议；应当先申请行政复议，不能直接提起行政诉讼。')
    expect(mandatory).not.toContain('6个月')
  })
  test('hears of reviewer, court and channel by their names', () => {
    const named = aLetterOrgan({ reviewBody: '某市人民政府', court: '某区人民法院', onlineReview: '复议平台' })
    expect(noAnswerParagraph(named, on)).toMatch(/某市人民政府.*某区人民法院.*复议平台/)
  })
})
