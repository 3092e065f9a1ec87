import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import { foldEdition, isFullySigned } from './edition.ts'
import type { EditionEvent, NewEvent, SecrecyOpinion, StepInput, StepName } from './edition-event.ts'
import { take } from './take.ts'
import { aMatter, aPerson, historyOf } from './testing/a-history.ts'
import { aContent, freeOfSecrets } from './testing/a-record.ts'

const content = aContent()
const hash = contentHash(content)
const secrecy = freeOfSecrets(content)
const clerk = aPerson('经办', 'clerk')
const head = aPerson('科长', 'unitHead')
const all = ['事实、数据、人名地名准确', '没有错别字和病句', '不含个人隐私和敏感信息']
const signing = { hash, opinion: '同意', checklist: all, secrecy }
const back = { hash, to: 'drafting', reason: 'fact', paragraph: null, note: '改', suggested: '' } as const

const attempt = <Name extends StepName>(
  name: Name,
  matter: ReturnType<typeof aMatter>,
  input: StepInput<Name>,
): NewEvent | string => {
  try {
    return take(name, matter, input)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
const reviewing = (signed = 0) => historyOf('reviewing', content, signed)
const more = (events: readonly EditionEvent[], name: string, ...added: NewEvent[]): EditionEvent[] => [
  ...events,
  ...added.map(
    (event, index) =>
      ({
        ...event,
        seq: events.length + 1 + index,
        at: '2026-11-24T03:00:00.000Z',
        actor: aPerson(name),
      }) as EditionEvent,
  ),
]

describe('every act names the text it is about', () => {
  test('another hash than the one that stands is refused, whoever offers it', () => {
    const other = 'f'.repeat(64)
    expect(attempt('submit', aMatter(clerk, historyOf('drafting')), { hash: other, secrecy, confirmations: [] })).toBe(
      'text_changed',
    )
    expect(attempt('sign', aMatter(head, reviewing()), { ...signing, hash: other })).toBe('text_changed')
    expect(attempt('sendBack', aMatter(head, reviewing()), { ...back, hash: other })).toBe('text_changed')
    expect(attempt('publish', aMatter(clerk, historyOf('signed')), { hash: other, confirmations: [] })).toBe(
      'text_changed',
    )
  })

  test('so is the right hash over a text that is not the one it was made from', () => {
    const forged: Content = { ...content, title: '偷换的标题' }
    expect(attempt('sign', { ...aMatter(head, reviewing()), content: forged }, signing)).toBe('text_changed')
    expect(
      attempt('publish', { ...aMatter(clerk, historyOf('signed')), content: forged }, { hash, confirmations: [] }),
    ).toBe('text_changed')
  })
})

describe('signing', () => {
  test('names its level and whether it was for somebody absent', () => {
    expect(attempt('sign', aMatter(head, reviewing()), signing)).toEqual({
      kind: 'signed',
      data: { ...signing, level: 'firstReview', standsInFor: null },
    })
    const matter = {
      ...aMatter(aPerson('代理', 'clerk'), reviewing(2)),
      standingIn: [{ role: 'leader' as const, unitId: null, staffId: '局长', name: '马局长' }],
    }
    const checklist = ['导向正确、内容合法', '可以公开，无保密和安全风险']
    expect(attempt('sign', matter, { ...signing, checklist })).toMatchObject({
      data: { level: 'finalReview', standsInFor: { staffId: '局长', name: '马局长' } },
    })
  })

  test('every point of the level is looked at, every item has its own opinion', () => {
    expect(attempt('sign', aMatter(head, reviewing()), { ...signing, checklist: all.slice(1) })).toBe('checklist_open')
    // No tick stands in a signature that the level does not ask for.
    const forged = { ...signing, checklist: [...all, '经市长亲自批准'] }
    expect(JSON.stringify(attempt('sign', aMatter(head, reviewing()), forged))).not.toContain('市长')
    expect(attempt('sign', aMatter(head, reviewing()), { ...signing, secrecy: [] })).toBe('secrecy_opinion_missing')
    const [first] = secrecy
    const forbids = { item: first?.item ?? '', opinion: 'mayNotPublish', basis: '属于工作秘密' } as const
    const onNothing = { ...forbids, item: '不存在的部分', opinion: 'mayPublish' } as const
    expect(attempt('sign', aMatter(head, reviewing()), { ...signing, secrecy: [...secrecy, forbids] })).toBe(
      'secrecy_opinion_twice',
    )
    expect(attempt('sign', aMatter(head, reviewing()), { ...signing, secrecy: [...secrecy, onNothing] })).toBe(
      'secrecy_opinion_of_nothing',
    )
    const file = {
      fileId: 'b3b1f1f0-0000-4000-8000-000000000001',
      name: '附件.pdf',
      size: 9,
      contentType: 'application/pdf',
      sha256: 'a'.repeat(64),
      alternative: '',
    }
    const withFile = aContent({ attachments: [file] })
    const own = { ...signing, hash: contentHash(withFile) }
    const matter = aMatter(head, historyOf('reviewing', withFile), withFile)
    expect(attempt('sign', matter, { ...own, secrecy })).toBe('secrecy_opinion_missing')
    expect(attempt('sign', matter, { ...own, secrecy: freeOfSecrets(withFile) })).toMatchObject({ kind: 'signed' })
    for (const [opinion, code] of [
      ['refer', 'secrecy_referred'],
      ['mayNotPublish', 'secrecy_forbids'],
    ] as const)
      expect(
        attempt('sign', matter, { ...own, secrecy: [...secrecy, { item: file.fileId, opinion, basis: '依据' }] }),
      ).toBe(code)
  })
})

describe('sending back', () => {
  test('to the drafter or to a level that has signed, never forward', () => {
    const second = aPerson('主任', 'ogiHead')
    expect(attempt('sendBack', aMatter(second, reviewing(1)), { ...back, to: 'firstReview' })).toMatchObject({
      data: { from: 'secondReview', to: 'firstReview', quoted: '' },
    })
    expect(attempt('sendBack', aMatter(second, reviewing(1)), { ...back, to: 'secondReview' })).toBe(
      'not_an_earlier_step',
    )
    expect(attempt('sendBack', aMatter(head, reviewing()), { ...back, to: 'firstReview' })).toBe('not_an_earlier_step')
    expect(attempt('sendBack', aMatter(second, historyOf('signed')), { ...back, to: 'secondReview' })).toMatchObject({
      data: { from: 'signed', to: 'secondReview' },
    })
  })

  test('names for whom it was', () => {
    const standingIn = [{ role: 'ogiHead' as const, unitId: null, staffId: '主任', name: '赵主任' }]
    const matter = { ...aMatter(aPerson('代理', 'clerk'), reviewing(1)), standingIn }
    expect(attempt('sendBack', matter, back)).toMatchObject({ data: { standsInFor: { name: '赵主任' } } })
    expect(attempt('sendBack', aMatter(head, reviewing()), back)).toMatchObject({ data: { standsInFor: null } })
  })

  test('keeps the words of the paragraph it is pinned to', () => {
    expect(attempt('sendBack', aMatter(head, reviewing()), { ...back, paragraph: 0 })).toMatchObject({
      data: { quoted: '根据国务院部署，现就普查有关事项公告如下。' },
    })
    expect(attempt('sendBack', aMatter(head, reviewing()), { ...back, paragraph: 2 })).toBe('no_such_paragraph')
  })

  test('keeps the signatures before the level it goes to, and voids the later ones', () => {
    const events = more(reviewing(2), '局长', {
      kind: 'sentBack',
      data: { ...back, to: 'secondReview', from: 'finalReview', quoted: '', standsInFor: null },
    })
    const edition = foldEdition(events)
    expect(edition.signatures.map(({ level }) => level)).toEqual(['firstReview'])
    expect(edition.voided.map(({ level, voidedBy }) => [level, voidedBy])).toEqual([['secondReview', 'sentBack']])
    expect(edition).toMatchObject({ status: 'reviewing', sentBack: { to: 'secondReview', note: '改', suggested: '' } })
  })
})

describe('publication', () => {
  test('by the clock lies ahead', () => {
    const matter = aMatter(clerk, historyOf('signed'))
    const schedule = (at: string) => attempt('schedule', matter, { hash, at, confirmations: [] })
    expect(schedule('2026-11-24T10:00:00+08:00')).toBe('scheduled_in_the_past')
    expect(schedule('2026-11-24T10:00:01+08:00')).toMatchObject({ kind: 'scheduled' })
  })

  test('waits for every level, in order, by different people who have written nothing of it', () => {
    expect(isFullySigned(foldEdition(historyOf('signed')))).toBe(true)
    expect(isFullySigned(foldEdition(reviewing(2)))).toBe(false)
    expect(isFullySigned(foldEdition(historyOf('drafting')))).toBe(false)
    const edition = foldEdition(historyOf('signed'))
    const [one, two, three] = edition.signatures
    if (!one || !two || !three) throw new Error('three signatures')
    expect(isFullySigned({ ...edition, signatures: [two, one, three] })).toBe(false)
    expect(isFullySigned({ ...edition, signatures: [one, { ...two, by: one.by }, three] })).toBe(false)
    expect(isFullySigned({ ...edition, signatures: [one, two, { ...three, hash: 'f'.repeat(64) }] })).toBe(false)
    expect(isFullySigned({ ...edition, authors: new Set(['审核人2']) })).toBe(false)
    expect(isFullySigned({ ...edition, submittedBy: one.by })).toBe(false)
    expect(isFullySigned({ ...edition, hash: null })).toBe(false)
    expect(isFullySigned({ ...edition, levels: [], signatures: [] })).toBe(false)
  })

  test('in an emergency says why, and the missing signatures are still asked for', () => {
    const leader = aPerson('局长', 'leader')
    const event = attempt('publishUrgently', aMatter(leader, reviewing(1)), {
      hash,
      reason: '暴雨',
      secrecy,
      confirmations: [],
    })
    const unsure: SecrecyOpinion[] = secrecy.map((each) => ({ ...each, opinion: 'refer' }))
    for (const [opinions, code] of [
      [[], 'secrecy_opinion_missing'],
      [unsure, 'secrecy_referred'],
    ] as const) {
      const input = { hash, reason: '暴雨', secrecy: [...opinions], confirmations: [] }
      expect(attempt('publishUrgently', aMatter(leader, reviewing(1)), input)).toBe(code)
    }
    const data = { hash, urgentReason: '暴雨', confirmations: [], secrecy, standsInFor: null }
    expect(event).toEqual({ kind: 'published', data })
    const standingIn = [{ role: 'leader' as const, unitId: null, staffId: '局长', name: '马局长' }]
    const inPlace = { ...aMatter(aPerson('代理', 'clerk'), reviewing(1)), standingIn }
    expect(attempt('publishUrgently', inPlace, { hash, reason: '暴雨', secrecy, confirmations: [] })).toMatchObject({
      data: { standsInFor: { staffId: '局长', name: '马局长' } },
    })
    const ofAuthor = { role: 'ogiHead' as const, unitId: null, staffId: '拟稿人', name: '拟稿人' }
    const urgent = { hash, reason: '暴雨', secrecy, confirmations: [] }
    expect(attempt('publishUrgently', { ...inPlace, standingIn: [ofAuthor] }, urgent)).toBe('not_in_their_name')
    expect(attempt('publishUrgently', { ...inPlace, standingIn: [ofAuthor, ...standingIn] }, urgent)).toMatchObject({
      data: { standsInFor: { staffId: '局长' } },
    })
    const events = more(reviewing(1), '局长', event as NewEvent)
    const matter = aMatter(aPerson('主任', 'ogiHead'), events)
    expect(
      attempt('sign', matter, {
        ...signing,
        checklist: ['内容完整、格式规范', '政策表述与依据一致', '公开属性和栏目正确'],
      }),
    ).toMatchObject({ data: { level: 'secondReview' } })
    expect(
      attempt('publishUrgently', aMatter(aPerson('拟稿人', 'ogiHead'), reviewing()), {
        hash,
        reason: '急',
        secrecy,
        confirmations: [],
      }),
    ).toBe('own_text')
    expect(attempt('sign', aMatter(aPerson('另一人', 'leader'), historyOf('live')), signing)).toBe('reviewed_already')
  })

  test('a scheduled text is called off before it is changed, and what is discarded ends there', () => {
    const events = more(historyOf('scheduled'), '经办', { kind: 'unscheduled', data: { reason: '改期' } })
    expect(foldEdition(events)).toMatchObject({ status: 'signed', scheduledFor: null })
    expect(foldEdition(historyOf('scheduled')).scheduledFor).toBe('2026-11-25T02:00:00.000Z')
    expect(attempt('discard', aMatter(clerk, historyOf('discarded')), { reason: '不用' })).toBe('edition_closed')
  })
})

test('a text saved again unchanged takes nothing away', () => {
  const events = more(historyOf('signed'), '甲', { kind: 'saved', data: { revision: 1, hash } })
  expect(foldEdition(events)).toMatchObject({ status: 'signed', signatures: [{}, {}, {}] })
  expect(foldEdition(events).authors).toEqual(new Set(['拟稿人', '甲']))
  const changed = more(historyOf('signed'), '甲', { kind: 'saved', data: { revision: 2, hash: 'f'.repeat(64) } })
  expect(foldEdition(changed)).toMatchObject({ status: 'drafting', signatures: [], submission: null, revision: 2 })
})

test('one content has one hash, in whatever order its fields are written', () => {
  const shuffled = Object.fromEntries(Object.entries(content).reverse()) as unknown as Content
  expect(contentHash(shuffled)).toBe(hash)
  expect(contentHash({ ...content, fields: { a: '1', b: '2' } })).toBe(
    contentHash({ ...content, fields: { b: '2', a: '1' } }),
  )
  expect(contentHash({ ...content, keywords: ['甲', '乙'] })).not.toBe(
    contentHash({ ...content, keywords: ['乙', '甲'] }),
  )
  expect(contentHash({ ...content, summary: ' ' })).not.toBe(hash)
})
