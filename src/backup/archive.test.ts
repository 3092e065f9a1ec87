import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listSegments, packSegments, readSegment } from './archive.ts'
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
