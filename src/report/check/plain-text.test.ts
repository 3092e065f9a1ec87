import { describe, expect, test } from 'vitest'
import { aSection, aSoundReport, withSection } from '../testing/a-sound-report.ts'
import { paragraphsOf, plainText, reportText, withoutTitles } from './plain-text.ts'

describe('text as the checks compare it', () => {
  test('without spaces, in half-width signs and simplified characters', () => {
    expect(plainText('平 臺（網站）　沒有，２１ 件')).toBe('平台(网站)没有,21件')
  })
  test('without what stands in titles and numbers of documents', () => {
    expect(withoutTitles('按《2023年要点》和国办函〔2019〕60号、[2020]7号办理3件')).toBe(
      '按《》和国办函60号、7号办理3件',
    )
    expect(withoutTitles(`〔${'一'.repeat(21)}〕`)).toHaveLength(23)
    expect(withoutTitles(`《${'一'.repeat(201)}》`)).toHaveLength(203)
  })
  test('paragraphs that hold only spaces are none; a section that is not there has none', () => {
    expect(paragraphsOf(withSection('problems', ' ', '一 二', ''), 'problems')).toEqual(['一二'])
    expect(paragraphsOf({ ...aSoundReport(), sections: [] }, 'problems')).toEqual([])
  })
  test('all sections together, a paragraph a line', () => {
    const sections = [aSection('intro', '甲 一', '乙'), aSection('problems', '丙')]
    expect(reportText({ ...aSoundReport(), sections })).toBe('甲一\n乙\n丙')
  })
})
