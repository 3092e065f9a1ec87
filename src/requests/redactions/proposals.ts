import type { PlainDate } from '../../days/plain-date.ts'
import { personalDataIn } from '../../disclosure/gates/personal-data.ts'
import type { PageBox, PageSign } from '../../files/pages/page-picture.ts'
import { placesOf, wordsOfPage } from '../../redaction/page-words.ts'
import type { PartGround } from '../withheld-part.ts'

/** Something that may have to be withheld, and every box of it on its page. */
export interface Proposal {
  /** From nought. */
  readonly page: number
  readonly boxes: readonly PageBox[]
  /** What the index would call it. */
  readonly what: string
  readonly ground: PartGround
  /** The words, for whoever decides: they see the page beside it. */
  readonly words: string
}

/** What the gates of a publication see of persons, by what it is called. */
const called: Readonly<Record<string, string>> = {
  identityNumber: '身份证号码',
  identityNumberUnsure: '身份证号码',
  identityNumberInside: '身份证号码',
  identityNumberThinlyMasked: '身份证号码',
  oldIdentityNumber: '身份证号码',
  mobilePhone: '手机号码',
  officePhone: '电话号码',
  bankCard: '银行卡号',
  homeAddress: '个人住址',
  minor: '未成年人的信息',
}

/** Who stands behind the request. */
export interface Parties {
  /** What the applicant's side has registered of itself is no news to it. */
  readonly isOwn: (words: string) => boolean
  /** Of third parties that were consulted: names, numbers, addresses. */
  readonly third: readonly { readonly what: string; readonly words: string }[]
}

/**
 * Arts. 15 and 32: identity numbers, telephones, cards and addresses of others than the applicant, and whatever names a third
 * party. Each place once; nothing is withheld before a person takes it over.
 */
export function proposalsIn(
  pages: readonly (readonly PageSign[])[],
  { isOwn, third }: Parties,
  today: PlainDate,
): Proposal[] {
  return pages.flatMap((signs, page) => {
    const words = wordsOfPage(signs)
    const personal = personalDataIn([{ place: '', text: words.text }], today)
      .filter((datum) => called[datum.gate] !== undefined && !isOwn(datum.words))
      .map((datum) => ({ what: called[datum.gate] ?? '', words: datum.words }))
    const wanted = new Map([...third, ...personal].map((each) => [each.words.replaceAll(/\s/g, ''), each]))
    return [...wanted.values()].flatMap((each) =>
      placesOf(signs, words, each.words.normalize('NFKC')).map((boxes) => ({
        page,
        boxes,
        what: each.what,
        ground: 'denied.thirdPartyRights' as const,
        words: each.words.trim(),
      })),
    )
  })
}

/** Where words stand that somebody types. */
export const wordsIn = (pages: readonly (readonly PageSign[])[], typed: string): Omit<Proposal, 'ground' | 'what'>[] =>
  pages.flatMap((signs, page) =>
    placesOf(signs, wordsOfPage(signs), typed.normalize('NFKC')).map((boxes) => ({ page, boxes, words: typed })),
  )
