const address = /https?:\/\/[^\s，。；、]+/i
const day = /\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?/
const besides = /^[\s,，;；、|·]+|[\s,，;；、|·]+$/g

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/** Lines that each say a title, and where they have them a day and an address, as a table with heads; rows of a table as they are. */
export function tableOfPasted(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines[0]?.includes('\t') && !address.test(lines[0])) return lines.join('\n')
  const rows = lines.map((line) => {
    const url = address.exec(line)?.[0] ?? ''
    const rest = line.replace(url, ' ')
    const on = day.exec(rest)?.[0] ?? ''
    return [rest.replace(on, ' ').replace(besides, '').replace(/\s+/g, ' '), on, url]
  })
  const heads = ['标题', '发布日期', '网址']
  const used = heads.map((_, index) => index === 0 || rows.some((row) => row[index] !== ''))
  return [heads, ...rows]
    .map((row) =>
      row
        .filter((_, index) => used[index])
        .map(quoted)
        .join(','),
    )
    .join('\n')
}

export const fileOfPasted = (text: string): File =>
  new File([tableOfPasted(text)], '粘贴的内容.csv', { type: 'text/csv' })
