import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { accessLogSettings } from '../app/log-settings.ts'
import { factsOf, openAccessLog } from './access-log.ts'
import { packLogs } from './log-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaicheng-logs-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())
const facts = factsOf({ method: 'GET', route: '/:organ/', status: 200 })

test('earlier days are packed once nobody writes them, what is too old goes, and nothing else is touched', async () => {
  const now = new Date('2026-11-24T04:00:00Z')
  const put = (name: string, text: string, at = now.getTime() - 3_600_000) => {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), at / 1000, at / 1000)
  }
  put('access-2026-11-24.log', 'today')
  put('access-2026-11-23.log', 'yesterday')
  put('access-2026-11-22.log', 'still written', now.getTime() - 1000)
  put('access-2026-10-20.log.gz', 'old')
  put('access-2026-10-19.log', 'older')
  put('notes-2020-01-01.log', 'somebody else’s')
  await packLogs(folder, 30, now)
  expect(readdirSync(folder).sort()).toEqual([
    'access-2026-11-22.log',
    'access-2026-11-23.log.gz',
    'access-2026-11-24.log',
    'notes-2020-01-01.log',
  ])
  expect(gunzipSync(readFileSync(join(folder, 'access-2026-11-23.log.gz'))).toString()).toBe('yesterday')
})

test('the folder that it makes, and its files, are for nobody else; what waits is written at the end', async () => {
  const own = join(folder, 'deep', 'logs')
  const log = openAccessLog({ folder: own, days: 400 })
  log.write(facts, { address: '10.1.1.1', ms: 1.23, actor: 'a', fault: 'K7M29QXF' })
  log.write(facts, { address: 'not "an" address' })
  await log.close()
  const [name = ''] = readdirSync(own)
  expect(name).toMatch(/^access-\d{4}-\d\d-\d\d\.log$/)
  expect([statSync(own).mode & 0o777, statSync(join(own, name)).mode & 0o777]).toEqual([0o700, 0o600])
  const [first, second] = readFileSync(join(own, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first).toMatchObject({ route: '/:organ/', status: 200, ms: 1.2, actor: 'a', fault: 'K7M29QXF' })
  expect(second.address).toBe('not "an" address')
})

test('what is on its way to the disk when it is closed has arrived when it is closed', async () => {
  vi.useFakeTimers()
  const own = join(folder, 'closing')
  const log = openAccessLog({ folder: own, days: 400 })
  log.write(facts, { address: '10.1.1.1' })
  await vi.advanceTimersByTimeAsync(200)
  log.write(facts, { address: '10.1.1.2' })
  await log.close()
  vi.useRealTimers()
  const [name = ''] = readdirSync(own)
  expect(readFileSync(join(own, name), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('it is off unless asked for, lasts over a year, and says what is wrong with a setting', () => {
  expect(accessLogSettings({}, '/data')).toBeUndefined()
  expect(accessLogSettings({ KAICHENG_LOG: 'on' }, '/data')).toEqual({ folder: '/data/logs', days: 400 })
  expect(accessLogSettings({ KAICHENG_LOG: 'stdout' }, '/data')?.folder).toBeUndefined()
  expect(() => accessLogSettings({ KAICHENG_LOG: 'yes' }, '/data')).toThrow('KAICHENG_LOG')
  expect(() => accessLogSettings({ KAICHENG_LOG: 'on', KAICHENG_LOG_DAYS: '0' }, '/data')).toThrow('天数')
})
