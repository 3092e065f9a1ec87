import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { type OutcomeId, outcomesOn } from '../../law/outcomes.ts'
import { Refusal } from '../../refusal.ts'
import { changesIn, withChanges } from './changes.ts'
import { heldFast } from './held-fast.ts'
import { Letter } from './letter.ts'
import { letterHash } from './letter-hash.ts'
import { aLetterOrgan, anAnswer } from './testing/facts.ts'
import { letterKindOf, writeLetter } from './write-letter.ts'

const day = '2026-11-24'
const answerOf = (outcome: OutcomeId, facts: object = {}): Letter => {
  const kind = letterKindOf(outcome)
  if (!kind) throw new Error(`no letter tells ${outcome}`)
  return writeLetter(kind, anAnswer(outcome, day, facts))
}
const told = outcomesOn(plainDate(day))
  .map(({ id }) => id)
  .filter((id) => letterKindOf(id) !== null)
const heldIn = (letter: Letter, from: string, to: string) =>
  heldFast(letter, withChanges(letter, [{ where: 'text', from, to }]))

const code = (letter: Letter, ...wordings: { from: string; to: string }[]): string | undefined => {
  try {
    changesIn(letter, wordings)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.field).toBe('corrections')
    return error.code
  }
}

describe('the words that a correction names stand in the letter, once', () => {
  const letter = answerOf('granted', { statement: '请到示范路300号领取，示范路300号有人值守。电话3344556' })
  test('what does not stand there, or in several places, is refused with what to do', () => {
    expect(code(letter, { from: '没有写过的话', to: '甲' })).toBe('words_not_in_letter')
    expect(code(letter, { from: '示范路300号', to: '示范路30号' })).toBe('words_several_times')
    expect(code(letter, { from: '请到示范路300号', to: '请到示范路300号' })).toBe('words_unchanged')
    expect(code(letter, { from: '请到示范路300号', to: '请到示范路30号' })).toBeUndefined()
  })
  test('two changes do not take the same words', () => {
    const first = { from: '电话3344556', to: '电话3344557' }
    expect(code(letter, first, { from: '3344556', to: '3344558' })).toBe('words_overlap')
    expect(code(letter, first, { from: '请到示范路', to: '请至示范路' })).toBeUndefined()
  })
  test('what was copied from a PDF with the ends of its lines is found', () => {
    expect(changesIn(letter, [{ from: '请到示范\n 路300号', to: '请到示范路30号' }])).toEqual([
      { where: 'text', from: '请到示范路300号', to: '请到示范路30号' },
    ])
  })
  test('whom to call and how an enclosure is called can be wrong too', () => {
    const enclosing = answerOf('granted', { enclosures: [{ name: '2024年名录.xlsx', sha256: '00' }] })
    const changes = changesIn(enclosing, [
      { from: '0468-1234567', to: '0468-7654321' },
      { from: '2024年名录', to: '2025年名录' },
    ])
    const after = withChanges(enclosing, changes)
    expect([after.contact.includes('0468-7654321'), after.enclosures[0]?.name]).toEqual([true, '2025年名录.xlsx'])
    expect(after.enclosures[0]?.sha256).toBe('00')
  })
  test('signs that mean something to a replacement mean nothing here', () => {
    const changes = changesIn(letter, [{ from: '电话3344556', to: "电话$&$'" }])
    expect(withChanges(letter, changes).paragraphs.join('')).toContain("电话$&$'")
  })
})

describe('no correction changes what an answer decides', () => {
  test.each(told)('%s: the paragraph that cites the Regulation for it cannot be struck', (outcome) => {
    const letter = answerOf(outcome)
    const deciding = letter.paragraphs.slice(0, -1).filter((text) => text.includes('信息公开条例》第'))
    if (outcome === 'other.otherMisc') return
    expect(deciding.length).toBeGreaterThan(0)
    for (const paragraph of deciding)
      expect(
        heldFast(letter, { ...letter, paragraphs: letter.paragraphs.filter((each) => each !== paragraph) }),
      ).toEqual({
        what: 'decision',
        words: expect.any(String),
      })
  })
  const turned: readonly (readonly [string, string])[] = [
    ['决定不予公开', '决定予以公开'],
    ['决定予以公开', '决定不予公开'],
    ['决定予以公开', '决 定 不 予 公 开'],
    ['决定部分公开', '决定全部公开'],
    ['决定部分公开', '决定公开'],
    ['决定予以公开', '决定暂不公开'],
    ['信息不存在', '信息存在'],
    ['不掌握', '掌握'],
    ['不能提供', '能够提供'],
    ['不予提供', '予以提供'],
    ['无法向你提供', '可以向你提供'],
    ['不予处理', '予以处理'],
    ['不予重复处理', '予以重复处理'],
    ['不再处理', '继续处理'],
    ['视为你放弃', '不视为你放弃'],
    ['不属于', '属于'],
    ['不作为', '作为'],
    ['已经主动公开', '没有主动公开'],
    ['国家秘密', '内部事务'],
    ['过程性信息', '行政执法案卷信息'],
    ['不按照政府信息公开申请提供', '按照政府信息公开申请提供'],
    ['商业秘密、个人隐私', '内部事务'],
  ]
  test.each(turned)('“%s” does not become “%s”', (from, to) => {
    const letters = told
      .map((outcome) => answerOf(outcome))
      .filter(({ paragraphs }) => paragraphs.join('').includes(from))
    expect(letters.length).toBeGreaterThan(0)
    for (const letter of letters) expect(heldIn(letter, from, to)?.what).toBe('decision')
  })
  test.each(['本答复书作废。', '现撤销原答复。', '其余部分不予公开。', '本机关不向申请人提供该信息。'])(
    'nor is “%s” put in, in whatever way it is spaced',
    (added) => {
      const letter = answerOf('granted', { statement: '请到示范路300号领取' })
      for (const words of [added, [...added].join(' '), [...added].join('\u200b'), [...added].join('\n')]) {
        const [change] = changesIn(letter, [{ from: '示范路300号领取', to: `示范路30号领取。${words}` }])
        if (!change) throw new Error('nothing to change')
        expect(heldFast(letter, withChanges(letter, [change]))?.what).toBe('decision')
      }
    },
  )
  test.each(told)('%s: nor the articles on which it rests', (outcome) => {
    const letter = answerOf(outcome)
    const places = letter.paragraphs
      .slice(0, -1)
      .flatMap((text) => /信息公开条例》(第[^、的规定]+条)/.exec(text)?.[1] ?? [])
    if (outcome === 'other.otherMisc') return
    for (const place of places) expect(heldIn(letter, place, '第十七条')?.what).toBe('decision')
    expect(places.length).toBeGreaterThan(0)
  })
  test.each(told)('%s: nor the time for a remedy', (outcome) => {
    expect(heldIn(answerOf(outcome), '起60日内', '起30日内')).toMatchObject({ what: 'term' })
  })
  test.each(told)('%s: what an officer typed wrongly can be put right', (outcome) => {
    const typed = { statement: '请至示范路300号领取', reason: '该项目由示例市统计局于2024年3月1日立项' }
    const letter = answerOf(outcome, { ...typed, organ: aLetterOrgan({ reviewBody: '示例市人民正府' }) })
    const text = letter.paragraphs.join('')
    const slips: readonly (readonly [string, string])[] = [
      ['示范路300号', '示范路30号'],
      ['2024年3月1日', '2025年3月1日'],
      ['示例市统计局', '示例市水利局'],
      ['人民正府', '人民政府'],
      ['商业密秘', '商业秘密'],
    ]
    const here = slips.filter(([from]) => text.includes(from))
    expect(here.length).toBeGreaterThan(0)
    for (const [from, to] of here) expect(heldIn(letter, from, to)).toBeUndefined()
  })
})

test('the terms of a notice are not changed by words', () => {
  const { organ, addressee, madeOn, request } = anAnswer('granted', day)
  const desk = { organ, addressee, madeOn, request }
  const dueOn = plainDate('2026-12-15')
  const extension = writeLetter('extensionNotice', { ...desk, days: 10, reason: '检索量大', dueOn })
  expect(heldIn(extension, '延长10个工作日', '延长20个工作日')).toMatchObject({ what: 'term' })
  expect(heldIn(extension, '2026年12月15日前', '2026年12月25日前')).toMatchObject({ what: 'term' })
  expect(heldIn(extension, '检索量大', '检索量很大')).toBeUndefined()
  const supplement = writeLetter('supplementNotice', { ...desk, items: '请写明2025年预算的公开渠道', dueOn })
  expect(heldIn(supplement, '于2026年12月15日前', '于2026年12月25日前')).toMatchObject({ what: 'term' })
  expect(heldIn(supplement, '2025年预算', '2026年预算')).toBeUndefined()
})

test('what a fee notice charges, how it comes about and by what code is not changed by words', () => {
  const { organ, addressee, madeOn, request } = anAnswer('granted', day)
  const fee = {
    basis: 'perRequest',
    month: '2026-11',
    counted: [],
    pages: null,
    pagesBefore: 0,
    amount: '100.00',
  } as const
  const letter = writeLetter('feeNotice', {
    organ,
    addressee,
    madeOn,
    request,
    fee,
    standard: '11至30件每件100元',
    way: '到示列银行缴纳',
    code: '230400-0001',
    withinDays: 20,
    clock: 'dayAfterPayment',
  })
  for (const [from, to] of [
    ['缴纳100.00元', '缴纳200.00元'],
    ['第1件', '第11件'],
    ['2026年11月向', '2026年10月向'],
    ['20个工作日', '30个工作日'],
    ['230400-0001', '230400-0002'],
  ] as const)
    expect(heldIn(letter, from, to), from).toMatchObject({ what: 'fee' })
  expect(heldIn(letter, '示列银行', '示例银行')).toBeUndefined()
})

test('a letter of before corrections existed keeps its hash', () => {
  const letter = answerOf('granted')
  expect(letterHash(Letter.parse(JSON.parse(JSON.stringify(letter))))).toBe(letterHash(letter))
  expect(Object.keys(Letter.parse(letter))).not.toContain('correction')
})

describe('what a correction says', () => {
  const { organ, addressee, madeOn } = anAnswer('granted', day)
  const first = { kind: 'answer', title: '政府信息公开申请答复书', number: '示统公复〔2026〕12号', madeOn } as const
  const write = (before: readonly string[], ...changes: { where: 'text' | 'addressee'; from: string; to: string }[]) =>
    writeLetter('correction', { organ, addressee, madeOn, first, before, changes }).paragraphs
  test('which letter it corrects by title, number and day, each change from and to, and that the decision stands', () => {
    expect(write([], { where: 'text', from: '示范路300号', to: '示范路30号' })).toEqual([
      '本机关于2026年11月24日作出的《政府信息公开申请答复书》（示统公复〔2026〕12号）中存在文字错误，现予更正：“示范路300号”更正为“示范路30号”。',
      '除上述更正外，该文书的其他内容不变，所作的决定不变。本告知书与该文书一并使用，请一并保存。',
    ])
  })
  test('several are numbered, one may be struck out, and earlier corrections are named', () => {
    const lines = write(
      ['示统公复〔2026〕13号'],
      { where: 'addressee', from: '张三', to: '章三' },
      { where: 'text', from: '“甲”', to: '' },
    )
    expect(lines[0]).toContain('（此前已由示统公复〔2026〕13号更正）中')
    expect(lines.slice(1, 3)).toEqual(['（一）抬头“张三”更正为“章三”。', '（二）删去“‘甲’”。'])
  })
})
