import { pinyin } from 'pinyin-pro'
import { syllables } from './syllables.ts'
import { token } from './tokens.ts'

/** Of initials that many in a row are one token; of fewer the whole. */
const initialsTogether = 4
const fewestInitials = 3
const mostReadings = 8

const runsOfHan = (text: string): string[] => text.match(/\p{Script=Han}+/gu) ?? []

/** How each character of a run sounds, without tones. */
export const soundsOf = (run: string): string[] =>
  pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })

const windows = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.max(0, items.length - size + 1) }, (_, at) => items.slice(at, at + size))

const initialsOf = (sounds: readonly string[]): string[] => sounds.map((sound) => sound[0] ?? '')

/** The tokens by which a folded title is found by how it sounds: pairs of syllables, and initials. */
export function soundTokens(title: string): string[] {
  return runsOfHan(title).flatMap((run) => {
    const sounds = soundsOf(run)
    const initials = initialsOf(sounds)
    return [
      ...windows(sounds, 2).map((pair) => token.sound(pair.join(''))),
      ...[fewestInitials, initialsTogether].flatMap((size) =>
        windows(initials, size).map((each) => token.initials(each.join(''))),
      ),
    ]
  })
}

/** Every way to cut letters into syllables: xian is xi'an, and one syllable. */
function readingsOf(letters: string): string[][] {
  if (letters === '') return [[]]
  const found: string[][] = []
  for (let length = Math.min(6, letters.length); length > 0 && found.length < mostReadings; length -= 1) {
    const syllable = letters.slice(0, length)
    if (!syllables.has(syllable)) continue
    for (const rest of readingsOf(letters.slice(length))) found.push([syllable, ...rest])
  }
  return found.slice(0, mostReadings)
}

/** Letters that may be how something sounds; undefined for anything else. */
export function lettersIn(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s'’]+/g, '')
  return /^[a-z]{3,40}$/.test(letters) ? letters : undefined
}

/** Ways in which letters may be meant, each as the tokens of titles that sound so: shouwen by its syllables, swfz by initials. */
export function soundsMeant(letters: string): string[][] {
  const spoken = readingsOf(letters)
    .filter((reading) => reading.length > 1)
    .map((reading) => windows(reading, 2).map((pair) => token.sound(pair.join(''))))
  const size = Math.min(letters.length, initialsTogether)
  const initials = letters.length > 12 ? [] : [windows([...letters], size).map((each) => token.initials(each.join('')))]
  return [...spoken, ...initials]
}

/** The piece of a folded text that sounds as the letters say, whole or by its initials. */
export function soundingPiece(text: string, letters: string): string | undefined {
  for (const run of runsOfHan(text)) {
    const [characters, sounds] = [[...run], soundsOf(run)]
    const initials = initialsOf(sounds).join('')
    const short = initials.indexOf(letters)
    if (short >= 0) return characters.slice(short, short + letters.length).join('')
    for (let from = 0; from < sounds.length; from += 1) {
      let spoken = ''
      for (let to = from; to < sounds.length && spoken.length < letters.length; to += 1) {
        spoken += sounds[to]
        if (spoken === letters && to > from) return characters.slice(from, to + 1).join('')
      }
    }
  }
  return undefined
}
