/** A piece of PostgreSQL's log, 16 MB, named by timeline and place. */
export const segmentName = /^[0-9A-F]{24}$/
export const segmentNameLength = 24
export const segmentBytes = 16 * 1024 * 1024

const timelineOf = (name: string) => name.slice(0, 8)
/** Counts segments of a timeline from its beginning. */
const placeOf = (name: string) => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16)
const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0')

export const nextSegment = (name: string): string => {
  const place = placeOf(name) + 1
  return `${timelineOf(name)}${hex(Math.floor(place / 256))}${hex(place % 256)}`
}

/** True when `one` comes after `other`, whatever their timelines. */
export const isLater = (one: string, other: string): boolean => placeOf(one) > placeOf(other)

/** All segments from the first to the last of one timeline. */
export function segmentsBetween(first: string, last: string): string[] {
  const names = [first]
  for (let name = first; isLater(last, name); names.push(name)) name = nextSegment(name)
  return names
}
