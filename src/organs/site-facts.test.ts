import { describe, expect, test } from 'vitest'
import { missingOfSite, SiteFacts } from './site-facts.ts'
import { anOrgan } from './testing/organ.ts'

const facts = (change: Partial<SiteFacts>) =>
  SiteFacts.safeParse({
    undertaker: '',
    icpNumber: '',
    policeNumber: '',
    dataLicence: '',
    englishName: '',
    englishAddress: '',
    ...change,
  })

describe('the numbers under which a site is filed', () => {
  test.for([
    { written: { icpNumber: '黑ICP备 12345678号-1' }, kept: { icpNumber: '黑ICP备12345678号-1' } },
    { written: { icpNumber: '京ICP备05070218号' }, kept: { icpNumber: '京ICP备05070218号' } },
    { written: { policeNumber: '黑公网安备 23040002000001号' }, kept: { policeNumber: '黑公网安备23040002000001号' } },
    { written: { icpNumber: '' }, kept: { icpNumber: '' } },
  ])('$written is one', ({ written, kept }) => {
    expect(facts(written).data).toMatchObject(kept)
  })

  test.for([
    { icpNumber: '黑ICP备号' },
    { icpNumber: 'ICP备12345678号' },
    { policeNumber: '黑公网安备2304号' },
    { englishName: '示例市人民政府' },
  ])('%o is none', (written) => {
    expect(facts(written).success).toBe(false)
  })
})

test('what the footer lacks is named, nothing else', () => {
  const organ = { id: 1, ...anOrgan({ siteCode: '', icpNumber: '黑ICP备12345678号', phone: '' }) }
  expect(missingOfSite(organ)).toEqual(['政府网站标识码', '公安联网备案号', '联系电话'])
})
