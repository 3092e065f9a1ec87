import { expect, test } from 'vitest'
import { firstPlace, roomsFor } from './rooms.tsx'

const paths = (...roles: Parameters<typeof roomsFor>[0]) =>
  roomsFor(roles).flatMap(({ places }) => places.map(({ path }) => path))

test('whoever handles requests and publications sees the work and no administration', () => {
  expect(paths('clerk')).toEqual(['/', '/requests', '/requests/new', '/records'])
  expect(paths('leader')).toEqual(['/', '/requests', '/records'])
})

test('the three administrators see each their own and no requests', () => {
  expect(paths('systemAdmin')).toEqual(['/organ', '/units', '/staff', '/offices', '/calendar', '/settings'])
  expect(paths('securityAdmin')).toEqual(['/staff'])
  expect(paths('auditAdmin')).toEqual(['/audit'])
})

test('everybody begins where they may be; without roles nowhere else', () => {
  expect(firstPlace(['ogiHead', 'clerk'])).toBe('/')
  expect(firstPlace(['auditAdmin'])).toBe('/audit')
  expect(firstPlace([])).toBe('/')
})
