import { type FeeLevel, feeLimitsWan } from '../law/fee-limits.ts'
import { compareDecimals, parseDecimal } from '../money/decimal.ts'

const government = /政府(?:办公[厅室])?$|管(?:理)?委(?:员)?会$/
const township = /(?:乡|镇|苏木|街道|街道办事处)(?:人民政府)?$/
const province = /^(?:.{2,8}(?:省|自治区)|北京市|上海市|天津市|重庆市)(?!.*[市县区旗州盟])/
const county = /[县区旗](?!域|划)|市.+市/
const city = /[市州盟]/

/** The level of an organ by its name; a name that tells nothing counts as a department of a city. */
export function feeLevelOf(organ: string | null): FeeLevel {
  const name = organ ?? ''
  if (township.test(name)) return 'township'
  if (province.test(name)) return 'province'
  if (county.test(name)) return government.test(name) ? 'county' : 'countyDepartment'
  return city.test(name) && government.test(name) ? 'city' : 'cityDepartment'
}

/** Why a fee in 万元 is too large for the organ, so that it was probably entered in 元; undefined when it is not. */
export function whyTooLarge(organ: string | null, amountWan: string): string | undefined {
  const amount = parseDecimal(amountWan)
  const { most, reason } = feeLimitsWan[feeLevelOf(organ)]
  const limit = parseDecimal(String(most))
  return amount && limit && compareDecimals(amount, limit) > 0 ? reason : undefined
}
