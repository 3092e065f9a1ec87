import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Role, roleIds } from '../organs/role.ts'
import { refusals } from '../refusal.ts'
import {
  askedWhereHeld,
  type Chain,
  isFullySigned,
  keptSignatures,
  levelInTurn,
  type Signature,
  type Signer,
  signsFor,
  signsInTurn,
  unheldLevel,
  whyNotSendBack,
  whyNotSign,
} from './chain.ts'
import { askedOf, idsOf, levelIds, type ReviewLevel, reviewerRoles } from './level.ts'

const words = { own: refusals.ownText, signed: () => refusals.approvedAlready() }
const level = (role: Role, ownUnit = false): Omit<ReviewLevel, 'id'> => ({ role, ownUnit, days: 2, checklist: [] })
const levels = (unitId: string | null, ...given: readonly Omit<ReviewLevel, 'id'>[]) =>
  askedOf(
    given.map((each, index) => ({ ...each, id: idsOf(given.length)[index] ?? 'finalReview' })),
    unitId,
  )
const signatureOf = (
  { levels: asked }: Pick<Chain, 'levels'>,
  index: number,
  id: string,
  standsInFor: Signature['standsInFor'] = null,
): Signature => ({
  level: asked[index]?.id ?? 'finalReview',
  by: { kind: 'staff', id, name: id },
  standsInFor,
  hash: 'h',
  at: '2026-11-24',
  opinion: '',
  checklist: [],
})
const person = (
  id: string,
  roles: readonly Role[],
  unitId: string | null = null,
  more: Partial<Signer> = {},
): Signer => ({
  id,
  roles,
  unitId,
  standingIn: [],
  ...more,
})

/** Every matter that is signed here, each with the chain that its organ may have set. */
const subjects: Readonly<Record<string, readonly Omit<ReviewLevel, 'id'>[]>> = {
  'a record': [level('unitHead', true), level('ogiHead'), level('leader')],
  'an answer': [level('unitHead', true), level('ogiHead')],
  'a letter': [level('unitHead')],
  'a report': [level('ogiHead'), level('legalStaff'), level('leader'), level('leader'), level('leader')],
}
const units = ['ours', 'theirs', null] as const
const standIns = [null, 'for ours', 'for theirs'] as const

describe.each(Object.entries(subjects))('%s', (_, given) => {
  const asked = levels('ours', ...given)
  test('level × role × unit × stand-in × author: it is theirs by role and unit, or by that of whom they stand in for, and nobody else’s', () => {
    for (const [index, each] of asked.entries()) {
      const chain: Chain = {
        levels: asked,
        signatures: asked.slice(0, index).map((_level, before) => signatureOf({ levels: asked }, before, `p${before}`)),
        notBy: new Set(['drafter']),
      }
      expect(levelInTurn(chain)).toEqual(each)
      for (const role of roleIds)
        for (const unitId of units)
          for (const standIn of standIns) {
            const absentUnit = standIn === 'for ours' ? 'ours' : 'theirs'
            const written: Chain = { ...chain, notBy: new Set(['anybody']) }
            const signer = person('anybody', [role], unitId, {
              standingIn: standIn ? [{ role: each.role, unitId: absentUnit, staffId: 'absent', name: '不在的人' }] : [],
            })
            const own = role === each.role && (!each.ownUnit || unitId === 'ours')
            const inPlace = standIn !== null && (!each.ownUnit || absentUnit === 'ours')
            const isOpen = whyNotSign(chain, signer, words) === undefined
            expect([role, unitId, standIn, isOpen]).toEqual([role, unitId, standIn, own || inPlace])
            expect(whyNotSendBack(chain, signer) === undefined).toBe(own || inPlace)
            // Whoever wrote a word that stands signs nothing, and may still send it back.
            expect(whyNotSign(written, signer, words)).toBeDefined()
            expect(whyNotSendBack(written, signer) === undefined).toBe(own || inPlace)
            const inTheirName = { ...chain, notBy: new Set(['absent']) }
            expect(whyNotSign(inTheirName, signer, words) === undefined).toBe(own)
            if (isOpen) expect(signsFor(each, signer)).toEqual(own ? null : { staffId: 'absent', name: '不在的人' })
          }
      const holder = person('drafter', [each.role], 'ours')
      expect(whyNotSign(chain, holder, words)?.code).toBe('own_text')
      if (index > 0) {
        const again = person('p0', [each.role], 'ours')
        expect(whyNotSign(chain, again, words)?.code).toBe('approved_already')
      }
    }
  })

  test('all have signed: nobody signs any more, and only who holds a level sends it back', () => {
    const whole: Chain = { levels: asked, signatures: [], notBy: new Set<string>() }
    const chain = { ...whole, signatures: asked.map((_level, index) => signatureOf(whole, index, `p${index}`)) }
    for (const role of roleIds) {
      const signer = person('anybody', [role], 'ours')
      expect(whyNotSign(chain, signer, words)?.code).toBe('reviewed_already')
      expect(whyNotSendBack(chain, signer) === undefined).toBe(asked.some((each) => each.role === role))
    }
    expect(isFullySigned(chain, 'h')).toBe(true)
  })
})

const three = levels(null, level('unitHead'), level('ogiHead'), level('leader'))
const signedBy = (...ids: readonly string[]): Chain => ({
  levels: three,
  signatures: ids.map((id, index) => signatureOf({ levels: three }, index, id)),
  notBy: new Set(['drafter']),
})

describe('it is signed when', () => {
  test('every level has signed what stands, each another person, none of whom wrote it', () => {
    expect(isFullySigned(signedBy('a', 'b', 'c'), 'h')).toBe(true)
  })
  test.each([
    ['a level is missing', signedBy('a', 'b'), 'h'],
    ['another text stands', signedBy('a', 'b', 'c'), 'other'],
    ['nothing stands', signedBy('a', 'b', 'c'), null],
    ['one signed twice', signedBy('a', 'b', 'a'), 'h'],
    ['its author signed', signedBy('a', 'b', 'drafter'), 'h'],
    ['no level was asked', { levels: [], signatures: [], notBy: new Set<string>() }, 'h'],
  ] as const)('not when %s', (_, chain, hash) => {
    expect(isFullySigned(chain, hash)).toBe(false)
  })
})

test('sent back to a level, its signature and those after it fall; sent back to the drafter, all', () => {
  const chain = signedBy('a', 'b', 'c')
  const kept = (to: Parameters<typeof keptSignatures>[1]) => keptSignatures(chain, to).map(({ by }) => by.id)
  expect([kept('drafting'), kept('firstReview'), kept('secondReview'), kept('finalReview')]).toEqual([
    [],
    [],
    ['a'],
    ['a', 'b'],
  ])
})

describe('a level that nobody can sign is found before it is put up', () => {
  const candidate = (id: string, role: Role, unitId: string | null = null) => ({
    ...person(id, [role], unitId),
    id,
    name: id,
  })
  const all = [candidate('a', 'unitHead'), candidate('b', 'ogiHead'), candidate('c', 'leader')]
  test('none where each level has a person of its own', () => {
    expect(unheldLevel(three, new Set(['drafter']), all)).toBeUndefined()
  })
  test('nobody holds the role; whoever holds it wrote the text; one person is needed twice', () => {
    expect(unheldLevel(three, new Set(), all.slice(0, 2))).toMatchObject({ level: { role: 'leader' }, barred: [] })
    expect(unheldLevel(three, new Set(['b']), all)).toMatchObject({ level: { role: 'ogiHead' }, barred: ['b'] })
    const twice = levels(null, level('leader'), level('leader'))
    expect(unheldLevel(twice, new Set(), all)).toMatchObject({ level: { id: 'finalReview' }, barred: ['c'] })
  })
  test('the head of another unit does not hold the level of the own one', () => {
    const own = levels('ours', level('unitHead', true))
    expect(unheldLevel(own, new Set(), [candidate('a', 'unitHead', 'theirs')])).toBeDefined()
    expect(unheldLevel(own, new Set(), [candidate('a', 'unitHead', 'ours')])).toBeUndefined()
  })
  /** Standing in today for these, in each of their roles. */
  const inPlaceOf = (...absent: readonly (Signer & { readonly id: string })[]) =>
    absent.flatMap(({ id, roles, unitId }) => roles.map((role) => ({ role, unitId, staffId: id, name: id })))

  test('whoever stands in for the drafter, or for who is needed for a level before, is nobody more', () => {
    const drafter = candidate('a', 'unitHead', 'ours')
    const inPlace = { ...candidate('b', 'legalStaff', 'ours'), standingIn: inPlaceOf(drafter) }
    const own = levels('ours', level('unitHead', true))
    expect(unheldLevel(own, new Set(['a']), [drafter, inPlace])).toMatchObject({ barred: ['a'] })
    const twice = levels('ours', level('unitHead', true), level('unitHead', true))
    expect(unheldLevel(twice, new Set(), [drafter, inPlace])).toMatchObject({
      level: { id: 'finalReview' },
      barred: ['a'],
    })
  })

  test('found if and only if no different people can sign level after level, each in a name that nobody has used', () => {
    const most = 5
    const roles = reviewerRoles.slice(0, 3)
    const Person = fc.record({
      roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 2 }),
      unitId: fc.constantFrom('ours', 'theirs'),
      standsInFor: fc.uniqueArray(fc.nat({ max: most - 1 }), { maxLength: 3 }),
    })
    const Case = fc.record({
      asked: fc.array(fc.record({ role: fc.constantFrom(...roles), ownUnit: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
      people: fc.array(Person, { maxLength: most }),
      authors: fc.uniqueArray(fc.nat({ max: most - 1 }), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(Case, ({ asked, people, authors }) => {
        const own = people.map((each, index) => ({ ...person(`${index}`, each.roles, each.unitId), id: `${index}` }))
        const signers = own.map((each, index) => ({
          ...each,
          name: each.id,
          standingIn: inPlaceOf(
            ...own.filter((_, other) => other !== index && people[index]?.standsInFor.includes(other)),
          ),
        }))
        const chain: Chain = {
          levels: levels('ours', ...asked.map(({ role, ownUnit }) => level(role, ownUnit))),
          signatures: [],
          notBy: new Set(authors.map(String)),
        }
        expect(unheldLevel(chain.levels, chain.notBy, signers) === undefined).toBe(canBeSigned(chain, signers))
      }),
      { numRuns: 2_000 },
    )
  })
  /** Tries everybody at every level. */
  const canBeSigned = (chain: Chain, people: readonly (Signer & { readonly id: string })[]): boolean =>
    levelInTurn(chain) === undefined ||
    people.some((each) => {
      if (whyNotSign(chain, each, words)) return false
      const signature = signatureOf(chain, chain.signatures.length, each.id, signsInTurn(chain, each) ?? null)
      return canBeSigned({ ...chain, signatures: [...chain.signatures, signature] }, people)
    })
})

describe('nobody signs in the name of who wrote it, or of whom a level has been signed', () => {
  const twice = levels('ours', level('unitHead', true), level('unitHead'))
  const head = person('a', ['unitHead'], 'ours')
  const inPlace = person('b', ['clerk'], 'theirs', {
    standingIn: [{ role: 'unitHead', unitId: 'ours', staffId: 'a', name: '甲' }],
  })
  const why = (chain: Partial<Chain>, signer: Signer) =>
    whyNotSign({ levels: twice, signatures: [], notBy: new Set(), ...chain }, signer, words)

  test('and is told so, of a level of a unit and of one of none', () => {
    const signed = { signatures: [signatureOf({ levels: twice }, 0, 'a')] }
    for (const kept of [{ notBy: new Set(['a']) }, { levels: twice.slice(1), notBy: new Set(['a']) }, signed]) {
      expect(why(kept, inPlace)?.code).toBe('not_in_their_name')
      expect(why(kept, inPlace)?.message).toContain('甲')
    }
  })
  test('nor do they themselves, whoever of the two came first', () => {
    const signed = { signatures: [signatureOf({ levels: twice }, 0, 'b', { staffId: 'a', name: '甲' })] }
    expect(why(signed, head)?.code).toBe('signed_in_your_name')
    expect(why(signed, head)?.message).toContain('b')
    expect(why(signed, inPlace)?.code).toBe('not_in_their_name')
  })
  test('but for another who is absent', () => {
    const other = { role: 'unitHead', unitId: 'ours', staffId: 'c', name: '丙' } as const
    const both = { ...inPlace, standingIn: [...inPlace.standingIn, other] }
    const chain = { levels: twice, signatures: [], notBy: new Set(['a']) }
    expect(whyNotSign(chain, both, words)).toBeUndefined()
    expect(signsInTurn(chain, both)).toEqual({ staffId: 'c', name: '丙' })
  })
})

test('a unit without a head of its own is not shut out: whoever holds the role signs', () => {
  const [own] = subjects['an answer']?.map((each, index) => ({ ...each, id: idsOf(2)[index] ?? 'finalReview' })) ?? []
  const unitOf = (...people: readonly Signer[]) => askedWhereHeld(own ? [own] : [], 'ours', people)[0]?.unitId
  expect(unitOf(person('a', ['unitHead'], 'ours'), person('b', ['unitHead'], 'theirs'))).toBe('ours')
  expect(unitOf(person('b', ['unitHead'], 'theirs'))).toBeNull()
  const standingIn = [{ role: 'unitHead', unitId: 'ours', staffId: 'a', name: 'a' }] as const
  expect(unitOf(person('b', ['clerk'], 'theirs', { standingIn }))).toBe('ours')
  const drafted = askedWhereHeld(
    own ? [own] : [],
    'ours',
    [person('b', ['clerk'], 'theirs', { standingIn })],
    new Set(['a']),
  )
  expect(drafted[0]?.unitId).toBeNull()
})

test('levels are called by their place, and the last is always the final one', () => {
  expect(levelIds.map((_, index) => idsOf(index + 1).at(-1))).toEqual(Array(5).fill('finalReview'))
  expect(idsOf(3)).toEqual(['firstReview', 'secondReview', 'finalReview'])
})
