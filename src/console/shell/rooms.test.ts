import { expect, test } from 'vitest'
import { firstPlace, roomsFor } from './rooms.tsx'

const paths = (...roles: Parameters<typeof roomsFor>[0]) =>
  roomsFor(roles).flatMap(({ places }) => places.map(({ path }) => path))

const platform = ['/columns', '/coverage', '/catalogue']

test('whoever handles requests and publications sees the work and no administration', () => {
  const ledgers = ['documents', 'decisions', 'fees', 'remedies', 'corrections', 'years', 'imports'].map(
    (each) => `/ledgers/${each}`,
  )
  const published = ['/channels', '/channels/originality', '/timeliness']
  const own = [...platform, ...ledgers, '/annual-reports', '/filings', ...published]
  expect(paths('clerk')).toEqual([
    '/',
    '/requests',
    '/requests/new',
    '/request-due-days',
    '/request-statistics',
    '/processing-fees',
    '/feedback',
    '/records',
    ...own,
    '/stand-ins',
  ])
  expect(paths('leader')).toEqual([
    '/',
    '/requests',
    '/request-due-days',
    '/request-statistics',
    '/processing-fees',
    '/feedback',
    '/records',
    ...own,
    '/stand-ins',
  ])
  expect(paths('ogiHead')).toEqual([
    '/',
    '/requests',
    '/request-due-days',
    '/request-statistics',
    '/processing-fees',
    '/feedback',
    '/records',
    ...platform,
    '/guide',
    '/word-lists',
    ...ledgers,
    '/annual-reports',
    '/filings',
    ...published,
    '/stand-ins',
  ])
})

test('the three administrators see each their own and no requests', () => {
  expect(paths('systemAdmin')).toEqual([
    ...platform,
    '/guide',
    '/word-lists',
    '/review-plan',
    '/organ',
    '/units',
    '/staff',
    '/first-steps',
    '/offices',
    '/calendar',
    '/operations',
    '/settings',
  ])
  expect(paths('securityAdmin')).toEqual(['/staff', '/stand-ins', '/first-steps'])
  expect(paths('auditAdmin')).toEqual(['/audit'])
})

test('everybody begins where they may be; without roles nowhere else', () => {
  expect(firstPlace(['ogiHead', 'clerk'])).toBe('/')
  expect(firstPlace(['auditAdmin'])).toBe('/audit')
  expect(firstPlace([])).toBe('/')
})
