const ending = /\.[A-Za-z0-9]{1,5}$/
/** 附件1：, 附件 2, 附件三、, 附件_ and “1.”: the letter counts by itself. */
const label =
  /^附\s*件\s*(?:\d{1,2}(?![\d年月日号个项季%])|[一二三四五六七八九十]{1,3}(?=[\s:：.、．_-])|(?=[\s:：.、．_-]))[\s:：.、．_-]*/
const count = /^(?:\d{1,2}[.、．](?=\D)|[(（]\d{1,2}[)）])\s*/

function titleOf(name: string): string {
  const whole = name.replace(ending, '').trim()
  const bare = whole.replace(label, '').replace(count, '').trim()
  return bare || whole || name
}

/**
 * The enclosures as a letter names them (GB/T 9704): by their titles, without the number that the letter itself gives and without the
 * ending of a file. Two that would be called alike keep their endings.
 */
export function enclosureNames(enclosures: readonly { readonly name: string }[]): string[] {
  const titles = enclosures.map(({ name }) => titleOf(name))
  return enclosures.map(({ name }, index) => {
    const title = titles[index] ?? name
    const isAlone = titles.filter((each) => each === title).length === 1
    return isAlone ? title : `${title}${ending.exec(name)?.[0] ?? ''}`
  })
}
