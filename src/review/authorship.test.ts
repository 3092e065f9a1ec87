import { describe, expect, test } from 'vitest'
import { passagesAfter, writersOf } from './authorship.ts'

type Save = readonly [by: string, ...lines: string[]]

/** Whose words stand after these saves, each over the one before. */
function writersAfter(...saves: readonly Save[]): string[] {
  let passages: ReturnType<typeof passagesAfter> = []
  let before: readonly string[] = []
  for (const [by, ...lines] of saves) {
    passages = passagesAfter(passages, before, lines, by)
    before = lines
  }
  return writersOf(passages)
}

describe('whoever wrote a sign that stands is known', () => {
  test.for<[string, Save[], string[]]>([
    ['the first one wrote all of it', [['甲', '不予公开。']], ['甲']],
    [
      'the second keeps it',
      [
        ['甲', '不予公开。'],
        ['乙', '不予公开。'],
      ],
      ['甲'],
    ],
    [
      'the second changes one sign',
      [
        ['甲', '不予公开。'],
        ['乙', '不能公开。'],
      ],
      ['甲', '乙'],
    ],
    [
      'of the first no sign is left, a full stop and a break aside',
      [
        ['甲', '不予公开。', '特告。'],
        ['乙', '已附后。', '请查收。'],
      ],
      ['乙'],
    ],
    [
      'only a comma was put in, which may say much',
      [
        ['甲', '公开部分不予公开'],
        ['乙', '公开，部分不予公开'],
      ],
      ['甲', '乙'],
    ],
    [
      'words that were moved between others stay whose they were',
      [
        ['甲', '理由'],
        ['乙', '附件', '理由', '说明'],
      ],
      ['甲', '乙'],
    ],
  ])('%s', ([, saves, writers]) => expect(writersAfter(...saves)).toEqual(writers))
})

describe('a long text', () => {
  const sentence = (sign: string, at: number) => `${sign}${at}${sign.repeat(18)}。`
  const written = (sign: string, of: number) => Array.from({ length: of }, (_, at) => sentence(sign, at)).join('')
  const head = `${written('甲', 60)}限于五日内。`
  test('that is changed in many places keeps whose sentences stand, and whose signs in those that were changed', () => {
    expect(writersAfter(['一', head], ['二', `${written('乙', 60)}限于五日内。`])).toEqual(['一', '二'])
    expect(writersAfter(['一', head], ['二', `${written('乙', 60)}限于六日内。`])).toEqual(['一', '二'])
  })
  test('that is written anew is whose it now is', () => {
    expect(writersAfter(['一', '甲'.repeat(2000)], ['二', '乙'.repeat(2000)])).toEqual(['二'])
  })
  test('with words in every sentence changed stays of both', () => {
    const changed = head.replaceAll('甲甲甲甲甲甲甲甲甲甲', '丙丙丙丙丙丙丙丙丙丙')
    expect(writersAfter(['一', head], ['二', changed])).toEqual(['一', '二'])
  })
})
