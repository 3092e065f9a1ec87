import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { Refusal } from '../refusal.ts'
import { checkParts } from './check-parts.ts'
import type { Told } from './testing/a-history.ts'
import { aMatter, received } from './testing/a-matter.ts'
import type { WithheldPart } from './withheld-part.ts'

const aPart = (changes: Partial<WithheldPart> = {}): WithheldPart => ({
  what: '第3页',
  under: 'denied.internalAffairs',
  reason: '内部流程',
  record: '公开弊大于利',
  consultations: [],
  reasonable: [],
  ...changes,
})
const asked: Told[] = [
  ['2025-09-03', 'consultationSent', { consultation: 1, party: 'thirdParty' }],
  ['2025-09-04', 'consultationAnswered', { consultation: 1, opinion: 'objects', reason: '商业秘密' }],
]

function why(parts: WithheldPart[], lines: Told[] = [], today = '2025-09-08'): string | undefined {
  const matter = aMatter('clerk', [...received, ...lines])
  try {
    checkParts({ ...matter, actor: { ...matter.actor, today: plainDate(today) } }, parts)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `${error.code} ${error.field}`
  }
}

test.for<[string, string | undefined, WithheldPart[], Told[]?]>([
  ['no part at all', 'parts_missing parts', []],
  ['one with all it needs', undefined, [aPart()]],
  ['which it is', 'part_needs parts.0.what', [aPart({ what: ' ' })]],
  ['why', 'part_needs parts.1.reason', [aPart(), aPart({ reason: ' ' })]],
  ['the record on which its ground rests', 'part_needs parts.0.record', [aPart({ record: ' ' })]],
  ['none where the ground needs none', undefined, [aPart({ under: 'notGovernmentInformation', record: '' })]],
  ['a record that no letter would use', 'text_not_used parts.0.record', [aPart({ under: 'notGovernmentInformation' })]],
  [
    'the opinion of a third party that nobody asked',
    'part_needs parts.0.record',
    [aPart({ under: 'denied.thirdPartyRights', record: '' })],
  ],
  ['the one on file', undefined, [aPart({ under: 'denied.thirdPartyRights', record: '', consultations: [1] })], asked],
  [
    'one that was asked about something else',
    'part_needs parts.0.record',
    [aPart({ under: 'denied.thirdPartyRights', record: '' })],
    asked,
  ],
  ['which serves no other ground', 'part_needs parts.0.record', [aPart({ record: '' })], asked],
])('art. 37: what is withheld is told part by part: %s', ([, code, parts, lines]) => {
  expect(why(parts, lines)).toBe(code)
})

test('a ground that the law did not know yet is none', () => {
  expect(why([aPart()], [], '2019-05-14')).toBe('part_needs parts.0.under')
  expect(why([aPart()], [], '2019-05-15')).toBeUndefined()
})
