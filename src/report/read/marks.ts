/** Marks of footnotes: raised and lowered digits, digits in circles and brackets, and the usual signs. */
const mark =
  '\u00b2\u00b3\u00b9\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289*\uff0a\u2020\u2021\u00a7\u203b'
const anyMark = new RegExp(`[${mark}]`)
const outerMarks = new RegExp(`^(?:[${mark}]\\s*)+|(?:\\s*[${mark}])+$`, 'g')
const trailingMarks = new RegExp(`(?:\\s*[${mark}])+$`)

/** A figure without the footnote marks before and behind it. Marks never become digits, whatever their compatible form is. */
export const withoutMarks = (text: string): string => (anyMark.test(text) ? text.trim().replace(outerMarks, '') : text)

/** A label without the marks behind it; those before may be its ordinal. */
export const withoutTrailingMarks = (text: string): string =>
  anyMark.test(text) ? text.trimEnd().replace(trailingMarks, '') : text

/** True when marks stand anywhere: inside a number they make it doubtful. */
export const hasMarks = (text: string): boolean => anyMark.test(text)

const raised = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'

/** Text that a document prints raised or lowered, as marks: digits keep their value, anything else is only a sign. */
export const asMarks = (text: string): string =>
  [...text]
    .map((char) => (/\s/.test(char) ? '' : /[0-9]/.test(char) ? (raised[Number(char)] ?? '') : '\u203b'))
    .join('')

/** Text whose digits may not count, such as struck or white ones, as marks: beside a figure they are left out, inside it they make it doubtful. */
export const asDoubtful = (text: string): string =>
  text.normalize('NFKC').replace(/[0-9]/g, (digit) => raised[Number(digit)] ?? '')
