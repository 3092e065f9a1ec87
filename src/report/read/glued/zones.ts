import type { Item } from './stream.ts'

/** Longer words than this stand in no table. */
const longestInTable = 24

/** Stretches of a text that may be tables: between long words. */
export function zonesOf(items: readonly Item[]): Item[][] {
  const zones: Item[][] = [[]]
  for (const item of items) {
    if (item.kind === 'words' && item.text.length > longestInTable) zones.push([])
    else zones.at(-1)?.push(item)
  }
  return zones.filter((zone) => zone.length > 0)
}

/** Words that are only the number of the label behind them. */
export const isOrdinal = ({ kind, text }: Item): boolean =>
  kind === 'words' && /^[第]?[一二三四五六七八九十]{1,3}$/.test(text)
