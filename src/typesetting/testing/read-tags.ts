import { getDocumentProxy, getMeta } from 'unpdf'

/** What somebody who cannot see a PDF is told of it: by its tags, in their order. */
export interface ReadTags {
  readonly title: unknown
  readonly language: unknown
  readonly displaysTitle: boolean
  readonly isMarked: boolean
  /** It says of itself that it is PDF/UA-1. */
  readonly saysUa: boolean
  readonly roles: readonly string[]
  /** Levels of its headings, in order. */
  readonly headings: readonly number[]
  readonly figuresWithoutWords: number
  readonly tablesWithoutHead: number
  /** What is drawn and stands neither in the tags nor among the ornaments. */
  readonly unmarked: readonly string[]
  /** The words by the order of the tags, without gaps. */
  readonly words: string
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
  readonly type?: string
  readonly id?: string
}

interface Item {
  readonly type?: string
  readonly id?: string | null
  readonly str?: string
}

const allOf = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(allOf)]

/** Which marked content each text stands in; what stands in none is told apart. */
function wordsByMark(items: readonly Item[]) {
  const within: (string | null)[] = []
  const byMark = new Map<string, string>()
  const unmarked: string[] = []
  for (const { type, id, str = '' } of items) {
    if (type?.startsWith('begin')) within.push(id ?? null)
    else if (type?.startsWith('end')) within.pop()
    else if (within.length === 0 && str.trim() !== '') unmarked.push(str)
    else {
      const mark = within.findLast((each) => each !== null)
      if (mark) byMark.set(mark, (byMark.get(mark) ?? '') + str)
    }
  }
  return { byMark, unmarked }
}

export async function readTags(pdf: Uint8Array): Promise<ReadTags> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { info } = await getMeta(document)
  const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
  const tags: Tag[] = []
  const unmarked: string[] = []
  let words = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const found = wordsByMark((await page.getTextContent({ includeMarkedContent: true })).items as Item[])
    const tree = (await page.getStructTree()) as Tag | null
    const here = tree ? allOf(tree) : []
    tags.push(...here)
    unmarked.push(...found.unmarked)
    words += here.map(({ id }) => (id && found.byMark.get(id)) ?? '').join('')
  }
  const tables = tags.filter(({ role }) => role === 'Table')
  return {
    title: info.Title,
    language: info.Language,
    displaysTitle: preferences?.DisplayDocTitle === true,
    isMarked: (await document.getMarkInfo())?.Marked === true,
    saysUa: Buffer.from(pdf).includes('pdfuaid'),
    roles: tags.flatMap(({ role }) => role ?? []),
    headings: tags.flatMap(({ role }) => (/^H[1-6]$/.test(role ?? '') ? Number(role?.slice(1)) : [])),
    figuresWithoutWords: tags.filter(({ role, alt }) => role === 'Figure' && !alt?.trim()).length,
    tablesWithoutHead: tables.filter((table) => !allOf(table).some(({ role }) => role === 'TH')).length,
    unmarked,
    words: words.replace(/\s/g, ''),
  }
}

/** Headings begin at the first level and leave none out on the way down. */
export const inOrder = (headings: readonly number[]): boolean =>
  headings.every((level, at) => level <= (headings[at - 1] ?? 0) + 1)
