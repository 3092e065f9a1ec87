import { inOrder, type Passage } from './passage.ts'

/** A line of the index of what was withheld: which part, under what. */
export interface WithheldLine {
  readonly what: string
  readonly ground: string
  readonly count: number
}

/** Art. 37: what was withheld, part by part, as the letter cites it: the same thing under the same ground is one line with its pages. */
export function withheldIndex(passages: readonly Passage[]): WithheldLine[] {
  const groups = Map.groupBy(inOrder(passages), ({ ground, what }) => `${ground}\n${what.trim()}`)
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const pages = [...new Set(all.map(({ page }) => page + 1))]
    const places = `第${pages.join('、')}页`
    const count = all.length
    const what = `${first.what.trim()}（${places}${count > 1 ? `，共${count}处` : ''}）`
    return [{ what, ground: first.ground, count }]
  })
}

/** As long as the name of a part may be in a letter. */
const longest = 900

/** Parts of an answer: what is withheld under one ground has one reason, and is one part, unless its names are too many for one. */
export function partsByGround(lines: readonly WithheldLine[]): Pick<WithheldLine, 'what' | 'ground'>[] {
  return [...Map.groupBy(lines, ({ ground }) => ground)].flatMap(([ground, all]) => {
    const parts: string[] = []
    for (const { what } of all) {
      const last = parts.at(-1)
      if (last === undefined || last.length + what.length > longest) parts.push(what)
      else parts[parts.length - 1] = `${last}；${what}`
    }
    return parts.map((what) => ({ what, ground }))
  })
}
