import { describe, expect, test } from 'vitest'
import { withSection } from '../testing/a-sound-report.ts'
import { repeatedProblems, sentencesOf } from './repeated.ts'

describe('C7: the words of last year in section five', () => {
  test('sentences are compared without what heads and numbers them', () => {
    const one = '公开目录还需进一步细化完善'
    const texts = [
      one,
      `存在的主要问题：${one}`,
      `一是${one}`,
      `（一）${one}`,
      `1.${one}`,
      `二、${one}`,
      `问题: 十一、${one}`,
      `${one}。`,
      `！${one}；`,
      `(3)${one}`,
      `12、${one}`,
    ]
    for (const text of texts) expect(sentencesOf([text]), text).toEqual([one])
    expect(sentencesOf(['甲'.repeat(9), `${'甲'.repeat(10)}；${one}`])).toEqual(['甲'.repeat(10), one])
    for (const text of [`第1.${one}`, `${one}第二十条:${one}`, `甲:${one}`]) expect(sentencesOf([text])).toEqual([text])
  })
  const problems = (...paragraphs: string[]) => withSection('problems', ...paragraphs)
  const found = (now: string[], before: string[], grounded?: string[]) =>
    repeatedProblems(problems(...now), problems(...before), grounded).map(({ severity, message }) => [
      severity,
      message,
    ])
  const section = '“五、存在的主要问题及改进情况”'
  const sentences = ['甲', '乙', '丙', '丁'].map((sign) => `${sign}${'公开还需细化完善'.repeat(2)}`)

  test('three are quoted, of more it is told how many', () => {
    expect(found([...sentences, '新的问题是更新不及时。'], sentences)).toEqual([
      [
        'note',
        `${section}中的${sentences
          .slice(0, 3)
          .map((text) => `“${text}”`)
          .join('、')}等4句与上一年度报告相同，请确认仍是本年度的情况。`,
      ],
    ])
    expect(found(['别的问题也还有不少需要改进。', ...sentences.slice(0, 3)], sentences)[0]?.[1]).toContain(
      `${sentences[2]}”与上一年度报告相同`,
    )
  })
  test('a sentence that is said twice is quoted once', () => {
    const [one = ''] = sentences
    expect(found([`${one}。${one}。另有新的问题没有解决。`], [one])[0]?.[1]).toBe(
      `${section}中的“${one}”与上一年度报告相同，请确认仍是本年度的情况。`,
    )
  })
  test('the whole section, figures and punctuation aside, is told as such from forty characters on', () => {
    const text = (length: number) => '更'.repeat(length)
    expect(found([`${text(20)}，3件${text(19)}。`], [`${text(20)}4件，${text(19)}；`])[0]?.[0]).toBe('warning')
    expect(found([`${text(19)}，3件${text(19)}。`], [`${text(19)}4件，${text(19)}；`])).toEqual([])
    expect(found([text(40)], [text(41)])).toEqual([])
  })
  test('what the year’s own records do not say is an error, before anything else', () => {
    expect(found(sentences, sentences, sentences.slice(1))).toEqual([
      [
        'error',
        `${section}中的“${sentences[0]}”与上一年度报告相同，本年度的台账和平台记录反映的不是这些，请按本年度的情况改写。`,
      ],
    ])
    expect(found(sentences, sentences, sentences)[0]?.[0]).toBe('warning')
    expect(repeatedProblems(problems(...sentences), problems(...sentences))[0]).toMatchObject({
      code: 'REPEATED_TEXT',
      row: 'problems',
    })
  })
})
