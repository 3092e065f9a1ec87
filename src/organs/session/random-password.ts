import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for another when reading them from paper. */
const alphabets = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789']
const groups = 4
const groupLength = 4

/** A first password, to be changed at once: four groups of four, 90 bits, with all classes in it. */
export function randomPassword(): string {
  const pick = (from: string) => from.charAt(randomInt(from.length))
  const letters = Array.from({ length: groups * groupLength }, (_, index) =>
    pick(alphabets[index] ?? alphabets.join('')),
  )
  for (let index = letters.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1)
    ;[letters[index], letters[other]] = [letters[other] ?? '', letters[index] ?? '']
  }
  return letters.join('').replace(/.{4}(?=.)/g, '$&-')
}
