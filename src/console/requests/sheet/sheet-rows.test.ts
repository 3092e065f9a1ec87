import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../requests/case-view.ts'
import { aDraft, type Told, told } from '../../../requests/testing/a-history.ts'
import { approvalRows } from './sheet-rows.ts'

const viewOf = (lines: readonly Told[], more: object = {}) =>
  ({ events: told(...lines), draft: null, approvals: [], work: { coHandlings: [] }, ...more }) as unknown as CaseView

const shown = (view: CaseView) => approvalRows(view).map(({ label, words, by, on }) => [label, words, by, on])

describe('the approval sheet', () => {
  test('of a request on which nothing was drafted names nobody', () => {
    expect(shown(viewOf([['2025-09-01', 'arrived', {}]]))).toEqual([
      ['拟稿', '', null, ''],
      ['发出答复', '', null, ''],
    ])
  })
  test('has the opinions of other units, the drafter, each level and the letter that was sent', () => {
    const view = viewOf(
      [
        ['2025-09-04', 'answerDrafted', aDraft()],
        ['2025-09-08', 'concluded', { outcome: 'granted', letterNumber: '告〔2025〕1号' }],
      ],
      {
        draft: { outcomeLabel: '予以公开' },
        approvals: [
          {
            id: 'last',
            level: 1,
            label: '科室负责人',
            approved: { by: '赵', on: '2025-09-05', opinion: '', hash: '' },
          },
        ],
        work: {
          coHandlings: [{ seq: 3, unitName: '法规科', answer: { by: '周', on: '2025-09-03', opinion: '可以' } }],
        },
      },
    )
    expect(shown(view).map(([, ...rest]) => rest)).toEqual([
      ['可以', '周', '2025年9月3日'],
      ['拟答复：予以公开', 'clerk', '2025年9月4日'],
      ['同意', '赵', '2025年9月5日'],
      ['告〔2025〕1号', 'clerk', '2025年9月8日'],
    ])
  })
  test('of a request that was taken back says that it ended, not that something was sent', () => {
    const view = viewOf([['2025-09-08', 'concluded', { outcome: 'withdrawn', letterNumber: null }]], {
      outcomeLabel: '申请人撤回申请',
    })
    expect(shown(view).at(-1)).toEqual(['办结', '申请人撤回申请', 'clerk', '2025年9月8日'])
  })
})
