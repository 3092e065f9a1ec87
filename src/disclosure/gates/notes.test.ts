import { expect, test } from 'vitest'
import type { Block } from '../../text/text.ts'
import { aContent } from '../testing/a-record.ts'
import { examine } from './all-gates.ts'
import { aContext } from './testing/a-context.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const calling = (number: number): Block => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: '甲' },
    { type: 'text', text: `[${number}]`, marks: [{ type: 'superscript' }] },
  ],
})
const found = (...content: Block[]) => {
  const record = aContent({ text: { type: 'doc', content } })
  return examine(record, aContext(record)).filter(({ gate }) => gate === 'noteTwice')
}

test('a second note under a number that is called is worth a look where it stands, and stops nobody', () => {
  expect(
    found(calling(1), paragraph('[1] 注一'), calling(2), paragraph('[1] 又一'), paragraph('[2] 注二')),
  ).toMatchObject([{ severity: 'hint', place: 'text:3', excerpt: '[1] 又一' }])
})

test('one note each is right, and so are numbers in brackets that nothing calls', () => {
  expect(found(calling(1), calling(1), paragraph('[1] 注一'), paragraph('[5] 文献'), paragraph('[5] 文献'))).toEqual([])
})
