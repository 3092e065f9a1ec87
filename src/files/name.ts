import { refusals } from '../refusal.ts'

/** U+200E/F, U+202A–E, U+2066–9: with them `gpj.<RLO>fdp.exe` looks like `gpj.exe.pdf`. */
const bidiControl = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const invisible = /\u034f|[\p{Cc}\p{Cf}\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]/gu
const reservedOnWindows = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
const maxBytes = 200

/** The file's own name without path, fit for any system's disk. Refuses signs that turn the direction of writing. */
export function safeName(given: string): string {
  if (bidiControl.test(given)) throw refusals.deceptiveName()
  const own = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
  const plain = own.replace(invisible, '').replace(/[<>:"|?*\ufffd]/g, '_')
  const trimmed = plain.replace(/^[\s.]+/, '').replace(/[\s.]{1,200}$/, '')
  return shortened(trimmed.replace(reservedOnWindows, '_$1') || '未命名')
}

/** `.pdf` of `x.PDF`; empty without one. */
export const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? ''

/** Cuts the stem, never the ending, and never inside a character. */
function shortened(name: string): string {
  const ending = endingOf(name)
  let room = maxBytes - ending.length
  let stem = ''
  for (const character of name.slice(0, name.length - ending.length)) {
    room -= Buffer.byteLength(character)
    if (room < 0) break
    stem += character
  }
  return stem + name.slice(name.length - ending.length)
}
