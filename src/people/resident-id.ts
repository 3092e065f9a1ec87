import { isPlainDate, type PlainDate } from '../days/plain-date.ts'
import { identityCheckCharacter } from '../law/identity-number.ts'

/** GB/T 2260: the provinces, and 81, 82, 83 for residents from Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const earliestBirth = '1850-01-01'

/** GB 11643: why a tidy number is none of a resident, as the form says it; undefined for a sound one. */
export function residentIdProblem(number: string, today: PlainDate): string | undefined {
  const form = formProblem(number)
  if (form) return form
  if (!hasKnownRegion(number)) return '前六位的地区代码不存在，请对照证件核对'
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isPlainDate(birth) || birth < earliestBirth) return '第7至14位不是有效的出生日期，请对照证件核对'
  if (birth > today) return '第7至14位的出生日期晚于提出申请之日，请对照证件核对'
  if (identityCheckCharacter(number) !== number[17]) return '最后一位校验码不符，有一位或者几位写错了，请对照证件核对'
  return undefined
}

function formProblem(number: string): string | undefined {
  if (/^\d{17}[\dX]$/.test(number)) return undefined
  if (/^\d{15}$/.test(number)) return '这是15位的旧号码，2013年起已停止使用，请填写18位号码'
  if (/^\d(?:\.\d{1,20})?E[+-]?\d{1,3}$/.test(number)) return '号码已被表格软件改成科学计数，请对照证件重新填写全部18位'
  if (/[〇零一二三四五六七八九十]/u.test(number)) return '请用阿拉伯数字填写'
  if (number.length === 18 && /[OIL]/.test(number)) return '含有字母O、I或者L，请改为数字0或者1'
  if (/^[\dX]*$/.test(number)) return `应为18位，现有${number.length}位`
  return '应为18位数字，最后一位可以是X'
}

/** A foreigner's permanent residence card of 2023 begins with 9, then the province. */
const hasKnownRegion = (number: string): boolean =>
  provinces.has(number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2))
