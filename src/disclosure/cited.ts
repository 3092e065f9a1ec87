/** A document as others name it. */
export interface Citable {
  readonly title: string
  readonly documentNumber: string
}

/** 关于印发《…办法》的通知 is cited by the name of what it issues. */
const issued = /印发[《〈](.+)[》〉]/

/** The ways in which a text of the same organ may name a document: its number, and its title with or without the organ's name. */
export function namesOf({ title, documentNumber }: Citable, organName: string): string[] {
  const own = title.startsWith(organName) ? title.slice(organName.length) : title
  const inner = issued.exec(title)?.[1]
  const titles = [title, own, ...(inner ? [inner] : [])].map((each) => `《${each}》`)
  return [...new Set([...(documentNumber ? [documentNumber] : []), ...titles])]
}

/** What stands between 《》, and the ends of document numbers: where a number begins in a sentence, only the document itself tells. */
export const citedIn = (words: string): { titles: string[]; numbers: string[] } => ({
  titles: [...words.matchAll(/《([^《》]{2,})》/g)].flatMap(([, title]) => title ?? []),
  numbers: words.match(/〔\d{4}〕\d+号/g) ?? [],
})

export interface Piece<Named> {
  readonly text: string
  readonly named?: Named
}

/** The words cut where they name one of these documents, each at its first place. */
export function piecesOf<Named extends Citable>(
  words: string,
  documents: readonly Named[],
  organName: string,
): Piece<Named>[] {
  const places = documents.flatMap((named) => {
    const name = namesOf(named, organName).find((each) => words.includes(each))
    return name === undefined ? [] : [{ at: words.indexOf(name), name, named }]
  })
  const pieces: Piece<Named>[] = []
  let from = 0
  for (const { at, name, named } of places.toSorted((a, b) => a.at - b.at)) {
    if (at < from) continue
    if (at > from) pieces.push({ text: words.slice(from, at) })
    pieces.push({ text: name, named })
    from = at + name.length
  }
  return from < words.length ? [...pieces, { text: words.slice(from) }] : pieces
}
