import type { Gate } from './gate.ts'
import { type Passage, plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** Shorter ones differ from other organs' names by no more: 统计局, 审计局. */
const shortest = 5
/** A name of so many characters behind its place may be wrong in two. */
const long = 8
const placeOf = /^\p{Script=Han}{1,6}?(?:自治区|自治州|自治县|[省市区县州盟旗])/u

interface KnownName {
  readonly name: string
  /** 鹤岗市: other places have organs with the same words behind. */
  readonly place: string
  readonly rest: string
}

const known = (names: readonly string[]): KnownName[] =>
  names.flatMap((name) => {
    const place = placeOf.exec(name)?.[0] ?? ''
    const rest = name.slice(place.length)
    return place && rest.length >= shortest ? [{ name, place, rest }] : []
  })

/** Names of organs of the platform in which a character is wrong, missing or too much. */
export const ownNameGate: Gate = (_content, { passages, organNames }) => {
  const byPlace = Map.groupBy(known(organNames), ({ place }) => place)
  const right = new Set(organNames)
  return [...byPlace].flatMap(([place, names]) => passages.flatMap((passage) => wrongIn(passage, place, names, right)))
}

function wrongIn({ place, text }: Passage, town: string, names: readonly KnownName[], right: ReadonlySet<string>) {
  const plain = plainOf(text)
  return [...plain.matchAll(new RegExp(town, 'g'))].flatMap(({ index }) => {
    const behind = plain.slice(index + town.length, index + town.length + longest(names) + 2)
    if ([...right].some((name) => plain.startsWith(name, index))) return []
    const [found] = names.flatMap(({ name, rest }) => {
      const written = nearest(behind, rest)
      return written === undefined ? [] : [{ name, written }]
    })
    return found ? [finding('ownName', place, town + found.written, `登记的名称是“${found.name}”`)] : []
  })
}

const longest = (names: readonly KnownName[]): number => Math.max(...names.map(({ rest }) => rest.length))

/** How the name is written at the head of these words; it ends as it should, so that words behind are none of it. */
function nearest(words: string, name: string): string | undefined {
  const most = name.length >= long ? 2 : 1
  for (let length = name.length + most; length >= name.length - most; length -= 1) {
    const written = words.slice(0, length)
    if (written.at(-1) === name.at(-1) && written !== name && distance(written, name) <= most) return written
  }
  return undefined
}

/** How many characters must be changed, added or taken away. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1]
    for (let to = 0; to < other.length; to += 1)
      next.push(Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, (row[to] ?? 0) + (one[at] === other[to] ? 0 : 1)))
    row = next
  }
  return row[other.length] ?? 0
}
