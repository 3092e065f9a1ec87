import { nextDay, type PlainDate } from './plain-date.ts'

/** A whole day in a calendar. */
export interface CalendarDay {
  /** Equal days have equal names, so that fetched again they take the place of what was there. */
  readonly uid: string
  readonly on: PlainDate
  readonly summary: string
  readonly description: string
}

/** RFC 5545: whole days, during which nobody is taken to be busy. */
export function icsOf(days: readonly CalendarDay[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kaicheng//requests//ZH',
    ...days.flatMap(({ uid, on, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@kaicheng`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(nextDay(on))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const plain = (day: PlainDate): string => day.replaceAll('-', '')
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** No line has more than 75 bytes, and none ends within a character. */
function folded(line: string): string {
  let [all, bytes] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 74) [all, bytes] = [`${all}\r\n `, 1]
    all += character
    bytes += size
  }
  return all
}
