import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorsOf, wrote } from './authorship.ts'
import type { Content } from './content.ts'
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
    const own = wrote(standing, content)
    authors = authorsOf(events, content, { id: who, wrote: own })
    events.push(event(who, { kind: 'saved', data: { revision: 1, hash: '0'.repeat(64), wrote: own, authors } }))
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
  test('events of before marks were kept: whoever saved is an author', () => {
    const old = event('旧人', { kind: 'saved', data: { revision: 1, hash: '0'.repeat(64) } })
    expect(authorsOf([old], first, { id: '拟稿人', wrote: [] })).toEqual(['旧人'])
  })
})

test('whoever changes a text writes something of it, and writes nothing of it once it is as it was', () => {
  const Words = fc.array(
    fc.string({ unit: fc.constantFrom(...'公告统计局办理登记的一二三年月日，。'), maxLength: 30 }),
    {
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(Words, Words, (before, after) => {
      const [old, now] = [paragraphs(...before), paragraphs(...after)]
      const own = wrote(old, now)
      expect(own.length === 0).toBe(JSON.stringify(before) === JSON.stringify(after))
      const authors = (content: Content) =>
        authorsOf([event('科长', { kind: 'saved', data: { revision: 1, hash: '', wrote: own } })], content, {
          id: '拟稿人',
          wrote: [],
        })
      expect(authors(now)).toEqual(own.length > 0 ? ['科长'] : [])
      expect(authors(old)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
