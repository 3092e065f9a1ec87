import { expect, test } from 'vitest'
import type { Change } from '../../../disclosure/changes.ts'
import { changedParagraphs } from './changed-paragraphs.ts'

const at = (place: string): Change => ({ place, label: place, words: [] })
const view = {
  changedSinceReview: [at('title'), at('text:2')],
  changedSinceLive: [at('text:0'), at('text:2')],
}

test('a reviewer sees marked what changed since the last review, and against what is in public', () => {
  expect([...changedParagraphs({ ...view, status: 'reviewing' })].sort()).toEqual([0, 2])
})

test('a text that stands in public has nothing marked', () => {
  for (const status of ['live', 'superseded', 'discarded'] as const)
    expect(changedParagraphs({ ...view, status }).size).toBe(0)
})
