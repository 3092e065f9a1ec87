import { beforeEach, expect, test, vi } from 'vitest'
import { claimDrafts, forgetAllDrafts, forgetDraft, keepDraft, readDraft } from './drafts.ts'

/** A store of a browser tab: its keys are its own properties, as `Object.keys` sees them there. */
class Tab {
  getItem(key: string): string | null {
    return Object.getOwnPropertyDescriptor(this, key)?.value ?? null
  }
  setItem(key: string, value: string): void {
    Object.assign(this, { [key]: value })
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key)
  }
}
beforeEach(() => vi.stubGlobal('sessionStorage', new Tab()))

test('what was typed comes back as it was, until it is forgotten', () => {
  keepDraft('step 1 note', { text: '已电话联系', fileIds: [] })
  expect(readDraft('step 1 note')).toEqual({ text: '已电话联系', fileIds: [] })
  forgetDraft('step 1 note')
  expect(readDraft('step 1 note')).toBeUndefined()
})

test('drafts belong to one person: whoever signs in after them in the same tab finds none', () => {
  claimDrafts('李文')
  keepDraft('intake', { name: '张三' })
  claimDrafts('李文')
  expect(readDraft('intake')).toEqual({ name: '张三' })
  claimDrafts('王强')
  expect(readDraft('intake')).toBeUndefined()
})

test('forgetting all drafts leaves alone what is none', () => {
  sessionStorage.setItem('kaicheng.unanswered', '{}')
  keepDraft('intake', { name: '张三' })
  keepDraft('step 1 note', { text: '甲' })
  forgetAllDrafts()
  expect([readDraft('intake'), readDraft('step 1 note')]).toEqual([undefined, undefined])
  expect(sessionStorage.getItem('kaicheng.unanswered')).toBe('{}')
})

test('a store that is full, or holds what cannot be read, costs only the draft', () => {
  sessionStorage.setItem('kaicheng.draft.intake', '{"name":')
  expect(readDraft('intake')).toBeUndefined()
  vi.stubGlobal('sessionStorage', {
    setItem: () => {
      throw new Error('quota exceeded')
    },
  })
  expect(() => keepDraft('intake', { name: '张三' })).not.toThrow()
})
