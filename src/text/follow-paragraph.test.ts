import { expect, test } from 'vitest'
import { followParagraph } from './follow-paragraph.ts'

const before = ['各有关单位：', '公示期为五个工作日。', '异议请书面提出。', '特此公告。']

test.for([
  { what: 'what was not touched stays', after: before, at: 1, now: 1 },
  { what: 'paragraphs above push it down', after: ['前言。', '背景。', ...before], at: 1, now: 3 },
  {
    what: 'rewritten in its place it is known again',
    after: [before[0], '公示期为七个工作日，自公告之日起计算。', before[2], before[3]],
    at: 1,
    now: 1,
  },
  {
    what: 'rewritten, with another added above it, it is the one with its words',
    after: [before[0], '现将名单予以公示。', '公示期为七个工作日。', before[2], before[3]],
    at: 1,
    now: 2,
  },
  { what: 'rewritten wholly, one for one', after: [before[0], '名单见附件。', before[2], before[3]], at: 1, now: 1 },
  { what: 'moved word for word', after: [before[0], before[2], before[3], before[1]], at: 1, now: 3 },
  { what: 'taken out, it is gone', after: [before[0], before[2], before[3]], at: 1, now: null },
  {
    what: 'taken out where others came, it is gone',
    after: [before[0], '甲。', '乙。', before[2], before[3]],
    at: 1,
    now: null,
  },
  { what: 'the last one', after: ['前言。', ...before], at: 3, now: 4 },
  { what: 'a number that no paragraph has', after: before, at: 9, now: null },
])('$what', ({ after, at, now }) => {
  const words = after.flatMap((each) => each ?? [])
  expect(followParagraph(before, words, at)).toBe(now)
})

test('two paragraphs that are alike and change places keep each its own', () => {
  const licence = '营业执照复印件一份，加盖公章；'
  const rules = '食品安全管理制度复印件一份，加盖公章。'
  const before = [licence, '法定代表人身份证复印件；', '经营场所平面图；', rules]
  const after = [rules, '法定代表人身份证复印件；', '经营场所平面图；', licence]
  expect([followParagraph(before, after, 0), followParagraph(before, after, 3)]).toEqual([3, 0])
})
