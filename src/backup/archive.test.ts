import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keysFrom } from '../db/keys.ts'
import { listSegments, packSegments, prune, readSegment } from './archive.ts'
import { type PhysicalManifest, writeManifest } from './manifest.ts'
import { segmentBytes } from './segments.ts'

test('a packed segment is the one that was archived, byte for byte, also where nothing repeats', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaicheng-segments-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const names = ['000000010000000000000001', '000000010000000000000002']
  const half = Buffer.concat([randomBytes(segmentBytes / 2), Buffer.alloc(segmentBytes / 2)])
  const whole = [randomBytes(segmentBytes), half]
  for (const [index, name] of names.entries()) writeFileSync(join(folder, name), whole[index] ?? '')
  expect(await packSegments(folder)).toBe(2)
  for (const [index, segment] of listSegments(folder).entries()) {
    expect(segment.path.endsWith('.gz')).toBe(true)
    expect(existsSync(join(folder, segment.name))).toBe(false)
    const hash = createHash('sha256')
    for await (const piece of readSegment(segment)) hash.update(piece)
    const archived = createHash('sha256').update(whole[index] ?? '')
    expect(hash.digest('hex')).toBe(archived.digest('hex'))
  }
})

/** A finished base that begins and ends with the segment of its hour; of the line given. */
function layBase(root: string, line: string, hour: number): void {
  const folder = join(root, `base-20261128T0${hour}0000`)
  mkdirSync(folder)
  const segment = `00000001000000000000000${hour}`
  const manifest: PhysicalManifest = {
    kind: 'physical',
    format: 1,
    begunAt: `2026-11-28T0${hour}:00:00.000Z`,
    until: `2026-11-28T0${hour}:01:00.000Z`,
    program: '0.2.0',
    postgres: '18.4',
    systemIdentifier: '1',
    keyId: 'a',
    keyFile: 'a',
    heads: [],
    settings: {},
    folders: [],
    files: [],
    firstSegment: segment,
    lastSegment: segment,
    line,
  }
  writeManifest(folder, manifest, keysFrom(Buffer.alloc(32, 7)))
  mkdirSync(join(root, `wal-${line}`), { recursive: true })
  writeFileSync(join(root, `wal-${line}`, `${segment}.gz`), '')
}

test('so many bases are kept, and the log from the oldest of them on; an earlier line goes when there are enough of this', () => {
  const root = mkdtempSync(join(tmpdir(), 'kaicheng-prune-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  layBase(root, 'old', 1)
  for (const hour of [2, 3]) layBase(root, 'new', hour)
  writeFileSync(join(root, 'letter.txt'), '')
  prune(root, '0.2.0', 'new', 3)
  expect(readdirSync(root)).toHaveLength(6)
  for (const hour of [4, 5]) layBase(root, 'new', hour)
  prune(root, '0.2.0', 'new', 3)
  expect(readdirSync(root).sort()).toEqual([
    'base-20261128T030000',
    'base-20261128T040000',
    'base-20261128T050000',
    'letter.txt',
    'wal-new',
  ])
  expect(listSegments(join(root, 'wal-new')).map(({ name }) => Number(name))).toEqual(
    [3, 4, 5].map((hour) => Number(`00000001000000000000000${hour}`)),
  )
})
