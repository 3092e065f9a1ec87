import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorshipOf } from './authorship.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import type { EditionEvent } from './edition-event.ts'
import { aContent, aText } from './testing/a-record.ts'

const paragraphs = (...lines: readonly string[]): Content => {
  const text = aText('')
  return {
    ...aContent(),
    text: {
      ...text,
      content: lines.map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] })),
    },
  }
}
const first = paragraphs('市统计局定于十二月一日起办理年度统计登记。', '请携带营业执照到办事大厅办理。', '特此公告。')

/** Saves in turn, by whom and what; answers with whose words stand at the end. */
function authorsAfter(...saves: readonly (readonly [string, Content])[]): string[] {
  const events: EditionEvent[] = [event('拟稿人', { kind: 'begun', data: { act: 'publish' } })]
  let standing = first
  let authors: string[] = ['拟稿人']
  for (const [who, content] of saves) {
    const found = authorshipOf(events, standing, content, who)
    authors = found.authors
    events.push(event(who, { kind: 'saved', data: { revision: 1, hash: '0'.repeat(64), ...found } }))
    standing = content
  }
  return authors
}
const event = (name: string, what: object): EditionEvent =>
  ({ ...what, seq: 1, at: '', actor: { kind: 'staff', id: name, name } }) as EditionEvent

const changed = paragraphs(
  '市统计局定于十二月一日起办理年度统计的登记。',
  '请携带营业执照到办事大厅办理。',
  '特此公告。',
)

describe('an author is whose words stand', () => {
  test('one character is enough', () => {
    expect(authorsAfter(['科长', changed])).toEqual(['拟稿人', '科长'])
  })
  test('restored word for word, nobody’s words stand but the drafter’s', () => {
    expect(authorsAfter(['科长', changed], ['拟稿人', first])).toEqual(['拟稿人'])
  })
  test('a change elsewhere leaves them standing', () => {
    const more = paragraphs('市统计局定于十二月一日起办理年度统计的登记。', '请携带营业执照办理。', '特此公告。')
    expect(authorsAfter(['科长', changed], ['拟稿人', more])).toEqual(['拟稿人', '科长'])
  })
  test('a sentence taken out is a change until it is back', () => {
    const without = paragraphs('市统计局定于十二月一日起办理年度统计登记。', '特此公告。')
    expect(authorsAfter(['科长', without])).toEqual(['拟稿人', '科长'])
    expect(authorsAfter(['科长', without], ['拟稿人', first])).toEqual(['拟稿人'])
  })
  test('a paragraph added, a title changed', () => {
    const added = paragraphs(
      '市统计局定于十二月一日起办理年度统计登记。',
      '请携带营业执照到办事大厅办理。',
      '联系人：李某。',
      '特此公告。',
    )
    expect(authorsAfter(['科长', added])).toEqual(['拟稿人', '科长'])
    expect(authorsAfter(['科长', { ...first, title: '另一个标题' }])).toEqual(['拟稿人', '科长'])
  })
  test('bold and the like are no words', () => {
    const bold: Content = {
      ...first,
      text: {
        ...first.text,
        content: first.text.content.map((block) =>
          block.type === 'paragraph'
            ? {
                ...block,
                content: (block.content ?? []).map((run) => ({ ...run, marks: [{ type: 'bold' as const }] })),
              }
            : block,
        ) as Content['text']['content'],
      },
    }
    expect(authorsAfter(['科长', bold])).toEqual(['拟稿人'])
  })
  test('a change of a neighbour leaves them standing: the day is the head’s, whoever mends the words beside it', () => {
    const day = paragraphs('市统计局定于十二月五日起办理年度统计登记。', '请携带营业执照到办事大厅办理。', '特此公告。')
    const after = paragraphs(
      '市统计局定在十二月五日开始办理年度统计登记。',
      '请携带营业执照到办事大厅办理。',
      '特此公告。',
    )
    expect(authorsAfter(['科长', day], ['拟稿人', after])).toEqual(['拟稿人', '科长'])
  })
  test('where a link leads and which picture stands are words', () => {
    const linked = (href: string): Content => ({
      ...first,
      text: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '附件', marks: [{ type: 'link', attrs: { href } }] }] },
        ],
      },
    })
    const pictured = (fileId: string): Content => ({
      ...first,
      text: { type: 'doc', content: [{ type: 'image', attrs: { fileId, alt: '流程图' } }] },
    })
    for (const [one, other] of [
      [linked('https://www.shili.gov.cn/a'), linked('https://www.shili.gov.cn/b')],
      [pictured('a'), pictured('b')],
    ] as const)
      expect(authorsAfter(['拟稿人', one], ['科长', other])).toEqual(['拟稿人', '科长'])
  })
  test('events of before passages were kept: whoever saved is an author', () => {
    const old = event('旧人', { kind: 'saved', data: { revision: 1, hash: '0'.repeat(64) } })
    expect(authorshipOf([old], first, first, '拟稿人').authors).toEqual(['旧人'])
  })
})

const Words = fc.array(fc.string({ unit: fc.constantFrom(...'公告统计局办理登记的一二三年月日，。'), maxLength: 30 }), {
  maxLength: 6,
})

test('whoever changes a text writes something of it, and writes nothing of it once it is as it was', () => {
  fc.assert(
    fc.property(Words, Words, (before, after) => {
      const [old, now] = [paragraphs(...before), paragraphs(...after)]
      const begun = event('拟稿人', { kind: 'begun', data: { act: 'publish' } })
      const drafted = event('拟稿人', { kind: 'saved', data: { revision: 1, hash: contentHash(old), passages: [] } })
      const found = authorshipOf([begun, drafted], old, now, '科长')
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      expect(found.authors).toEqual(isSame ? ['拟稿人'] : ['拟稿人', '科长'])
      const saved = event('科长', { kind: 'saved', data: { revision: 2, hash: '', ...found } })
      expect(authorshipOf([begun, drafted, saved], now, old, '拟稿人').authors).toEqual(['拟稿人'])
    }),
    { numRuns: 2000 },
  )
})

test('a sign that a head put in stands as theirs as long as it stands, whatever the clerk changes around it', () => {
  const Around = fc.string({ unit: fc.constantFrom(...'经过会议讨论决定'), maxLength: 30 })
  const Line = fc.string({ unit: fc.constantFrom(...'公告统计局办理登记的年月日，。'), minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(Line, fc.nat(30), Around, Around, (line, at, head, tail) => {
      const place = Math.min(at, line.length)
      const with5 = `${line.slice(0, place)}５${line.slice(place)}`
      // Whatever the clerk writes before and behind it.
      const changedAround = `${head}５${tail}`
      const begun = event('拟稿人', { kind: 'begun', data: { act: 'publish' } })
      const one = authorshipOf([begun], paragraphs(line), paragraphs(with5), '科长')
      const saved = event('科长', { kind: 'saved', data: { revision: 2, hash: '', ...one } })
      const two = authorshipOf([begun, saved], paragraphs(with5), paragraphs(changedAround), '拟稿人')
      expect(two.authors).toEqual(['拟稿人', '科长'])
    }),
    { numRuns: 1000 },
  )
})
