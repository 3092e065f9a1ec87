/** A report year as typed; refuses what is none. */
export function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new Error(`“${text}”不是年度，写法如 2024`)
  return Number(text)
}
