import { describe, expect, test } from 'vitest'
import type { SectionKey } from '../report.ts'
import { aSoundReport, withSection } from '../testing/a-sound-report.ts'
import { templateResidue } from './template-residue.ts'

describe('words of the template', () => {
  const residue = (text: string, id: SectionKey = 'overview') =>
    templateResidue(withSection(id, text)).map(({ actual, severity, row }) => [actual, severity, row])
  test.for<[string, string]>([
    ['请根据实际情况填写', '请根据实际情况填写'],
    ['根据实际填报', '根据实际填报'],
    ['结合本单位实际撰写', '结合本单位实际撰写'],
    ['请结合机关实际情况修改', '请结合机关实际情况修改'],
    ['【此处填写名称】', '【此处填写名称】'],
    ['（请写明）', '(请写明)'],
  ])('an instruction is an error: %s', ([text, actual]) => {
    expect(residue(text)).toEqual([[actual, 'error', 'overview']])
    expect(residue(text, 'problems')).toEqual([[actual, 'error', 'problems']])
  })
  test.for(['XX局', '某某单位', 'xxx年', '**条', '××××', '〇〇〇', '____'])(
    'a placeholder is a warning: %s',
    (text) => {
      expect(residue(`公布${text}。`)).toMatchObject([[expect.any(String), 'warning', 'overview']])
    },
  )
  test.for(['根据实际需要公开', `【此处${'略'.repeat(31)}】`, '此处填写', 'X光机', '__', '〇〇', '附件（已公开）'])(
    '%s is none',
    (text) => expect(residue(text)).toEqual([]),
  )
  test('is quoted with six characters on each side', () => {
    const [found] = templateResidue(withSection('overview', '一二三四五六七某某局一二三四五六七'))
    expect(found?.message).toBe('正文留有模板文字“二三四五六七某某局一二三四五六”，请改为本机关的实际内容。')
    expect(templateResidue(withSection('overview', '一某某局'))[0]?.message).toContain('“一某某局”')
  })
  test('the title is looked at too', () => {
    expect(templateResidue(aSoundReport({ title: 'XX局2024年报告' }))).toMatchObject([{ row: 'title', actual: 'XX局' }])
    expect(templateResidue(aSoundReport({ title: null }))).toEqual([])
  })
})
