import { describe, expect, test } from 'vitest'
import { chineseDate, plainDate } from '../../../days/plain-date.ts'
import { type OutcomeId, outcomesOn } from '../../../law/outcomes.ts'
import { textsOfAnswer } from '../../letter-texts.ts'
import { WithheldPart } from '../../withheld-part.ts'
import type { AnswerFacts } from '../facts.ts'
import { isToOthers, type Letter, letterKinds } from '../letter.ts'
import { aLetterOrgan, anAnswer } from '../testing/facts.ts'
import { lettersOnTheWay, named } from '../testing/letters-on-the-way.ts'
import { asksOf, letterKindOf, numbered, writeLetter } from '../write-letter.ts'
import { lacksOnLeaving } from './head.ts'
import { type LintMatter, lacksOf } from './lint.ts'

const days = ['2023-12-31', '2024-06-01', '2026-08-01', '2026-11-24']
const part = WithheldPart.parse({
  what: '第3页的讨论意见',
  under: 'denied.processInformation',
  reason: '公开会影响正在进行的谈判',
  record: '公开弊大于利',
})

/** An answer and what it is held against; every text that its template prints is filled in. */
function anAnswerToLint(outcome: OutcomeId, on: string, changes: Partial<AnswerFacts> = {}) {
  const kind = letterKindOf(outcome)
  if (!kind) throw new Error(`${outcome} has no letter`)
  const reason =
    outcome === 'other.otherMisc' ? '依据《中华人民共和国档案法》第三十二条办理' : '公开会影响正在进行的谈判'
  const facts = anAnswer(outcome, on, { organ: named, reason, ...changes })
  const parts = outcome === 'partiallyGranted' ? [part] : []
  const letter = writeLetter(kind, { ...facts, electronic: true })
  const typed = textsOfAnswer({ ...facts, search: asksOf(outcome).search ? facts.search : null, outcome, parts })
  return { letter, matter: aMatter({ outcome, grounds: parts.map(({ under }) => under), typed, organ: facts.organ }) }
}

function aMatter(changes: Partial<LintMatter> = {}): LintMatter {
  const { receivedOn, asked } = anAnswer('granted').request
  return {
    organ: named,
    receivedOn,
    asked,
    outcome: null,
    grounds: [],
    typed: [],
    isKnown: () => false,
    electronic: true,
    today: plainDate('2026-11-24'),
    ...changes,
  }
}

const partsOf = (letter: Letter, matter: LintMatter) => lacksOf(letter, matter).map((lack) => lack.part)
const withText = (letter: Letter, change: (text: string) => string): Letter => ({
  ...letter,
  paragraphs: letter.paragraphs.map(change),
})
const without = (letter: Letter, pattern: RegExp | string) => withText(letter, (text) => text.replaceAll(pattern, ''))

const told = days.flatMap((on) =>
  outcomesOn(plainDate(on))
    .filter(({ id }) => letterKindOf(id as OutcomeId))
    .map(({ id }) => [id as OutcomeId, on] as const),
)

test.each(told)('%s on %s: whole, it may go', (outcome, on) => {
  const { letter, matter } = anAnswerToLint(outcome, on)
  expect(lacksOf(letter, matter)).toEqual([])
})

describe.each(told)('%s on %s: whatever is taken from it is named', (outcome, on) => {
  const { letter, matter } = anAnswerToLint(outcome, on)

  test.each([
    ['title', { title: ' ' }],
    ['addressee', { addressee: '' }],
    ['organ', { organ: '' }],
    ['contact', { contact: '联系单位：' }],
    ['remedies', { paragraphs: letter.paragraphs.slice(0, -1) }],
  ] as const)('its %s', (name, change) => expect(partsOf({ ...letter, ...change }, matter)).toContain(name))

  test('the day of receipt, and one that is no longer right', () => {
    const { receivedOn } = anAnswer(outcome).request
    expect(partsOf(without(letter, chineseDate(receivedOn)), matter)).toContain('receipt')
    expect(partsOf(letter, { ...matter, receivedOn: plainDate('2023-11-21') })).toContain('receipt')
  })

  test('what was asked for', () =>
    expect(
      partsOf(
        without(
          letter,
          '2025年度本市“一网通办”系统的采购合同'.replace(/[“”]/g, (sign) => (sign === '“' ? '‘' : '’')),
        ),
        matter,
      ),
    ).toContain('asked'))

  test('its articles', () => {
    const bare = {
      ...letter,
      paragraphs: letter.paragraphs.map((text, at) =>
        at < letter.paragraphs.length - 1 ? text.replace(/《[^》]+》/g, '有关规定') : text,
      ),
    }
    expect(partsOf(bare, matter)).toContain('article')
  })

  test('its remedies: body, court, terms, the way over the internet', () => {
    expect(
      partsOf(
        withText(letter, (text) => text.replaceAll('示例市人民政府', '本级人民政府')),
        matter,
      ),
    ).toContain('body')
    expect(
      partsOf(
        withText(letter, (text) => text.replaceAll(/向[^，。；]*提起行政诉讼/g, '向有管辖权的人民法院提起行政诉讼')),
        matter,
      ),
    ).toContain('court')
    expect(partsOf(without(letter, /自收到本(?:答复书|告知书)之日起60日内/g), matter)).toContain('term')
    const lacksOnline = partsOf(without(letter, /申请行政复议的，也可以通过互联网.*$/g), matter)
    expect(lacksOnline.includes('online')).toBe(on >= '2024-01-01')
    expect(partsOf(without(letter, /申请行政复议的，也可以通过互联网.*$/g), { ...matter, electronic: false })).toEqual(
      [],
    )
  })

  test('every text that was typed for it', () => {
    for (const { text } of matter.typed.filter((each) => each.text !== '')) {
      const paragraphs = letter.paragraphs.map((each) => each.replaceAll(text.replace(/。$/, ''), ''))
      expect(partsOf({ ...letter, paragraphs }, matter), text).toContain('reason')
    }
  })
})

test('复议法 23 II: a refusal under arts. 14–16 that does not say that reconsideration comes first is named', () => {
  for (const outcome of ['denied.stateSecret', 'partiallyGranted'] as const) {
    const { letter, matter } = anAnswerToLint(outcome, '2026-08-01')
    expect(partsOf(without(letter, '应当先申请行政复议，不能直接提起行政诉讼。'), matter)).toContain('route')
  }
  const { letter, matter } = anAnswerToLint('granted', '2026-08-01')
  expect(partsOf(letter, matter)).toEqual([])
})

describe('an organ that has not set whom its letters name', () => {
  const bare = aLetterOrgan({ reviewBody: null })
  test.each(told)('cannot let %s of %s go, and is told who sets what and where', (outcome, on) => {
    const { letter, matter } = anAnswerToLint(outcome, on, { organ: bare })
    const lacks = lacksOf(letter, matter)
    expect(lacks.map((lack) => lack.part)).toEqual(on < '2024-01-01' ? ['body', 'court'] : ['body', 'court', 'online'])
    for (const { message } of lacks) expect(message).toContain('请系统管理员在“设置”页“救济途径”中填写')
  })
  test('has since set it: the letter that was written before is written again', () => {
    const { letter, matter } = anAnswerToLint('granted', '2026-08-01', { organ: bare })
    for (const { message } of lacksOf(letter, { ...matter, organ: named }))
      expect(message).toContain('请撤回或者退回后重新拟写')
  })
  test('复议法 25: a provincial government reviews itself, and only its court is to be named', () => {
    const organ = aLetterOrgan({
      kind: 'government',
      level: 'province',
      reviewBody: null,
      onlineReview: 'https://xzfy.moj.gov.cn',
    })
    const { letter, matter } = anAnswerToLint('granted', '2026-08-01', { organ })
    expect(partsOf(letter, matter)).toEqual(['court'])
  })
})

describe('letters on the way', () => {
  const letters = lettersOnTheWay()
  const { request } = anAnswer('granted')

  test('each kind of letter is here, but the receipt that bears no number and is not kept', () => {
    const here = new Set([...letters.map(({ kind }) => kind), 'answer', 'noFurtherHandling', 'receiptAcknowledgement'])
    expect(here).toEqual(new Set(letterKinds.map(({ id }) => id)))
  })

  test.each(letters.map((letter) => [letter.kind, letter] as const))(
    '%s: whole, it may go; without its parts, they are named',
    (kind, letter) => {
      const matter = aMatter({ electronic: false })
      expect(lacksOf(letter, matter)).toEqual([])
      expect(partsOf({ ...letter, addressee: '' }, matter)).toContain('addressee')
      const lawless = partsOf(without(letter, /《[^》]+》/g), matter)
      expect(lawless).toContain(kind.startsWith('correction') ? 'corrected' : 'article')
      const dateless = partsOf(without(letter, chineseDate(request.receivedOn)), matter)
      expect(dateless.includes('receipt')).toBe(!isToOthers(kind) && kind !== 'correction')
    },
  )
})

describe('what was typed', () => {
  const text = (said: string) => {
    const { letter, matter } = anAnswerToLint('granted', '2026-08-01', { statement: said })
    return lacksOf(letter, matter).map(({ part: lacking, field }) => [lacking, field])
  }
  test.each(['请于____前领取', '联系人（　）', '〔〕号文件', '此处填写网址'])(
    '%s: what was left blank is named at its field',
    (said) => expect(text(said)).toEqual([['blank', 'statement']]),
  )
  test('a number of a person is named at its field, a telephone to call is not', () => {
    expect(text('当事人身份证号11010519491231002X')).toEqual([['personalData', 'statement']])
    expect(text('请与李工联系，电话13800138000')).toEqual([])
  })
  test('what the request itself says, or the applicant has registered, is no news', () => {
    const { letter, matter } = anAnswerToLint('granted', '2026-08-01', {
      statement: '身份证号11010519491231002X的登记表',
    })
    expect(partsOf(letter, { ...matter, isKnown: (words) => words.includes('11010519491231002X') })).toEqual([])
  })
})

test('a letter leaves with a number of its year and on its day', () => {
  const { letter } = anAnswerToLint('granted', '2026-11-24')
  const today = plainDate('2026-11-24')
  const parts = (number: string | null, on = today) =>
    lacksOnLeaving(number === null ? letter : numbered(letter, number), on).map((lack) => lack.part)
  expect(parts('示营商公复〔2026〕12号')).toEqual([])
  expect(parts(null)).toEqual(['number'])
  expect(parts('示营商公复〔2025〕12号')).toEqual(['number'])
  expect(parts('示营商公复〔2026〕号')).toEqual(['number'])
  expect(parts('示营商公复〔2026〕12号', plainDate('2026-11-25'))).toEqual(['date'])
})
