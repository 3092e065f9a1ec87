import { soundsOf } from './sounds.ts'

/** Characters that are taken for each other by their shape. */
const shapes = [
  '口囗',
  '己已巳',
  '末未',
  '土士',
  '日曰',
  '入人八',
  '戊戌戍',
  '侯候',
  '折拆',
  '籍藉',
  '账帐',
  '园圆',
  '贷货',
  '晴睛',
  '拔拨',
  '炙灸',
  '洽恰',
  '辨辩辫',
  '暑署',
  '慕幕募墓暮',
  '遗遣',
  '壁璧',
  '扬杨',
  '徽微',
  '陪赔',
  '管菅',
  '预顶',
  '治冶',
  '汆氽',
  '准淮',
  '营菅',
  '幼幻',
  '干千于',
  '天夭无',
  '历厉',
  '住往',
  '侍待',
  '提题',
  '证征',
  '班斑',
  '梁粱',
  '栽裁载',
  '核该',
  '复覆',
] as const

/** Whether one character may have been written for the other: it sounds the same, or looks much like it. */
export const areAlike = (one: string, other: string): boolean =>
  shapes.some((shape) => shape.includes(one) && shape.includes(other)) || soundsOf(one)[0] === soundsOf(other)[0]

const shortest = 2
const longest = 12
/** From so many characters on, one may be any other. */
const anyOther = 4

/** Runs of which a word with one wrong character can be expected among titles. */
export const mayBeMistyped = (run: string): boolean => {
  const { length } = [...run]
  return length >= shortest && length <= longest && /^\p{Script=Han}+$/u.test(run)
}

/** The word in folded titles that the run was meant to be: the same but for one character; the most frequent, of those that sound or look alike first. */
export function nearestIn(titles: readonly string[], run: string): string | undefined {
  const wanted = [...run]
  const found = new Map<string, number>()
  for (const title of new Set(titles)) {
    const characters = [...title]
    for (let at = 0; at + wanted.length <= characters.length; at += 1) {
      const piece = characters.slice(at, at + wanted.length)
      const wrong = wanted.flatMap((character, index) => (piece[index] === character ? [] : [index]))
      const [place] = wrong
      if (wrong.length !== 1 || place === undefined) continue
      const alike = areAlike(wanted[place] ?? '', piece[place] ?? '')
      if (!alike && wanted.length < anyOther) continue
      const word = piece.join('')
      found.set(word, (found.get(word) ?? 0) + (alike ? 1_000 : 1))
    }
  }
  return [...found].sort(([, a], [, b]) => b - a)[0]?.[0]
}
