import { instantOf, officeClock } from '../days/plain-date.ts'

/** 20261128T183005, by the office's clock. */
export const compactClock = (at: Date): string => officeClock(at).replaceAll(/[-:]/g, '').replace(' ', 'T')

/** A time as a person writes it: by the office's clock unless it names its own zone. Undefined for what is none. */
export function readClock(text: string): Date | undefined {
  const [, day, time, second = ':00', zone = '+08:00'] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d(?:\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim()) ?? []
  const at = instantOf(`${day}T${time}${second}${zone}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
