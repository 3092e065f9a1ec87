import { z } from 'zod'

/** Beyond the edge of the page, too: what is cropped away may be marked, and is not there. */
const place = z.number().min(-20_000).max(20_000)
/** Left, top, right, bottom, in points from the upper left corner of the page. */
const Box = z
  .tuple([place, place, place, place])
  .refine(([left, top, right, bottom]) => right - left > 0.5 && bottom - top > 0.5, '请框住要隐去的内容')

/** Arts. 14–16, 37: a passage that is withheld, where it stands and under what. A passage that goes over a line has several boxes. */
export const Passage = z.strictObject({
  id: z.uuid(),
  /** From nought. */
  page: z.int().min(0).max(499),
  boxes: z.array(Box).min(1).max(40),
  /** What it is, as the index names it: 身份证号码. Not the words themselves. */
  what: z.string().trim().max(200, '名称不超过200个字'),
  /** Empty while nobody has chosen one. */
  ground: z.string().max(60),
})
export type Passage = z.infer<typeof Passage>

const mostPassages = 2000
export const Passages = z
  .array(Passage)
  .max(mostPassages, `一份文件最多隐去${mostPassages}处，请分成几份文件`)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, '同一处重复，请刷新后重试')

/** What still lacks a ground or a name, by place: nothing is made before each has both. */
export const unnamedIn = (passages: readonly Passage[]): Passage[] =>
  passages.filter(({ what, ground }) => what.trim() === '' || ground === '')

/** In the order in which they are read. */
export const inOrder = (passages: readonly Passage[]): Passage[] =>
  passages.toSorted(
    (a, b) =>
      a.page - b.page ||
      (a.boxes[0]?.[1] ?? 0) - (b.boxes[0]?.[1] ?? 0) ||
      (a.boxes[0]?.[0] ?? 0) - (b.boxes[0]?.[0] ?? 0),
  )
