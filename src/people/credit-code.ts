const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** GB 32100, and GB 11714 for the code within: why a unified social credit code (capitals, no spaces) is none; undefined for a sound one. */
export function creditCodeProblem(text: string): string | undefined {
  if (/^[0-9A-Z]{8}-?[0-9A-Z]$/.test(text)) return '这是9位的组织机构代码，请填写18位统一社会信用代码'
  if (text.length !== 18) return `统一社会信用代码应为18位，现有${[...text].length}位`
  if ([...text].some((character) => !characters.includes(character))) {
    return '统一社会信用代码只有数字和大写字母，且不用字母I、O、S、V、Z，请对照证照核对'
  }
  const sum = weights.reduce((total, weight, place) => total + weight * characters.indexOf(text.charAt(place)), 0)
  if (characters[(31 - (sum % 31)) % 31] !== text[17]) return '统一社会信用代码的校验码不符，请对照证照核对'
  // 登记管理部门, 机构类别 and 行政区划 are never counted from nought; all noughts pass every sum.
  if (!/^[^0][^0][1-9]\d{5}/.test(text)) return '没有这样开头的统一社会信用代码，请对照证照核对'
  return isOrganisationCode(text.slice(8, 17))
    ? undefined
    : '统一社会信用代码第9至17位（组织机构代码）的校验码不符，请对照证照核对'
}

const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11714: whether the ninth sign follows from the eight before it, letters counting from A as 10. */
function isOrganisationCode(text: string): boolean {
  const sum = innerWeights.reduce((total, weight, place) => total + weight * Number.parseInt(text.charAt(place), 36), 0)
  return '0X987654321'[sum % 11] === text[8]
}
