import type { Organ } from '../organs/organ.ts'

/** Where an organ has set no template of its own. */
export const defaultTemplate = '{creditCode}/{yyyy}-{seq:5}'

/** 索引号 by the organ's template: {creditCode}, {letterCode}, {yyyy}, {seq:5} (at least so many digits). */
export const indexNumberOf = (
  template: string,
  organ: Pick<Organ, 'creditCode' | 'letterCode' | 'slug'>,
  year: number,
  count: number,
): string =>
  template
    .replaceAll('{creditCode}', organ.creditCode || organ.slug)
    .replaceAll('{letterCode}', organ.letterCode || organ.slug)
    .replaceAll('{yyyy}', String(year))
    .replace(/\{seq(?::(\d))?\}/g, (_, digits: string | undefined) => String(count).padStart(Number(digits ?? 1), '0'))

/** What stands in the address of a record: the same year and count, whatever the template. */
export const publicNumber = (year: number, count: number): string => `${year}-${String(count).padStart(5, '0')}`
