const level = '(?:绝|絕)密|(?:机|機)密|(?:秘|祕)密'
/** GB/T 9704-2012 7.2.2: level, star, period; a star that the keyboard lacks is typed as *. */
const period = '\\d{1,3}(?:年|个?月)|[一二三四五六七八九十]{1,3}年|长期'
const starred = new RegExp(`(?:${level})(?:[★☆⭐✩✭✮]|\\*(?:${period}))`)
/** 紧急程度 and the number of the copy stand beside the level (GB/T 9704-2012 7.2.1 and 7.2.3). */
const urgency = '(?:特提|特急|加急|平急|急件)'
const alone = new RegExp(
  `^(?:№?\\d{6})?${urgency}?[★\\[【(〔]?(?:密级[::])?(?:${level})\\*?(?:[((]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|长期)(?:年|个?月)?[))]?)?[\\]】)〕]?${urgency}?$`,
)
const bracketed = new RegExp(`[\\[【(〔〈《「](?:${level})[\\]】)〕〉》」]`)
const ahead = new RegExp(`^(?:${level})(?:[-_—.·+]|$)`)
const firstLines = 12

/** The mark of a state secret in a text: with its star anywhere, or alone on one of the first lines. */
export function findMark(text: string): string | undefined {
  const lines = text.split('\n').map(squeezed)
  return [
    ...lines.flatMap((line) => starred.exec(line)?.[0] ?? []),
    ...lines
      .filter((line) => line !== '')
      .slice(0, firstLines)
      .filter((line) => alone.test(line)),
  ][0]
}

/** The mark in a file's name: `机密★名单.docx`, `【秘密】名单.docx`, `绝密-名单.docx`; 商业秘密 and 机密文件管理办法 are none. */
export function findMarkInName(name: string): string | undefined {
  const plain = squeezed(name)
  return [starred, bracketed, ahead].flatMap((pattern) => pattern.exec(plain)?.[0] ?? [])[0]
}

/** Spaces between the characters of a mark, and other ways to write the same sign, make no difference. */
const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '')
