const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** GB 11643: the last character of an identity number, from the seventeen digits before it. */
export function identityCheckCharacter(number: string): string | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return checkCharacters[sum % 11]
}
