import { expect, test } from 'vitest'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { confirmWords, consequence } from './step-words.ts'

const levels = [
  { label: '初审', roleLabel: '科室负责人' },
  { label: '终审', roleLabel: '机关负责人' },
]
const view = (facts: object = {}): RecordView =>
  ({
    act: 'publish',
    content: { act: { kind: 'publish' } },
    hash: 'abcdef0123',
    revision: 3,
    status: 'reviewing',
    levels,
    signatures: [],
    editions: [{}],
    scheduledFor: null,
    ...facts,
  }) as never
const names = Object.keys(confirmWords) as StepName[]

test.each(names)('whoever takes %s is told before what it does', (step) => {
  expect(consequence(step, view())).toMatch(/[\u4e00-\u9fff]{8}/)
})

test.each(['submit', 'sign', 'schedule', 'publish', 'publishUrgently'] as const)(
  '%s names the text that it binds, by its hash and its revision',
  (step) => {
    expect(consequence(step, view())).toContain('校验码 abcdef01 的文本（第3稿）')
  },
)

test('a signature tells whose turn is next, and after the last one that it is published by whoever drafted it', () => {
  expect(consequence('sign', view())).toContain('以初审身份签名')
  expect(consequence('sign', view())).toContain('轮到终审（机关负责人）')
  expect(consequence('sign', view({ signatures: [{}] }))).toContain('由经办人发布')
  expect(consequence('sign', view({ signatures: [{}], status: 'live' }))).toContain('补齐紧急发布')
})

test('publishing tells what the public sees at once, by what the edition does', () => {
  const act = (kind: string, more: object = {}) =>
    consequence('publish', view({ act: kind, content: { act: { kind, ...more } } }))
  expect(act('correct')).toContain('原来的版本留在历史里')
  expect(act('correct', { hideReason: '含个人信息' })).toContain('从公开的历史中隐去')
  expect(act('withdraw')).toContain('看不到正文和附件')
  expect(act('repeal')).toContain('已经废止')
})

test('discarding a later edition leaves the one in public alone, and says so', () => {
  expect(consequence('discard', view())).toContain('不能恢复办理')
  expect(consequence('discard', view({ editions: [{}, {}] }))).toContain('正在公开的版本不受影响')
})
