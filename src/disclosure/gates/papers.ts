import type { WordsGate } from './gate.ts'
import { before, plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** Passports, passes to and from 香港, 澳门 and 台湾; only where the words before say so, for the shape alone is that of many codes. */
const paper = /(?<![0-9A-Za-z])(?:[A-Z]{1,2}\d{7,8}|[CHMW]\d{8,10}|\d{8})(?![0-9A-Za-z])/g
const ofPaper = /护照|通行证|台胞证|回乡证|旅行证|海员证/
/** The letter at its head tells it from an identity number; what officers bear is none of a person's. */
const ofSomePaper = /(?<!执法|工作|资格|检查|监督|从业|执业)证件号码?[是为:]? ?$/
const nearby = 14

/** 黑H·12345, 黑HD12345 of cars that run on electricity. */
const numberPlate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. ]?(?=[A-HJ-NP-Z]{0,2}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警](?![0-9A-Za-z-])/g

const covered = (code: string): string => code.slice(0, 2) + '*'.repeat(code.length - 4) + code.slice(-2)

/** Papers for travel by their numbers. */
export const travelDocumentGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) => {
    const plain = plainOf(text)
    return [...plain.matchAll(paper)]
      .filter(({ 0: code, index }) => {
        const label = before(plain, index, nearby)
        return ofPaper.test(label) || (/^[A-Z]/.test(code) && ofSomePaper.test(label))
      })
      .map(([code]) => finding('travelDocument', place, covered(code)))
  })

export const plateGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) =>
    [...plainOf(text).matchAll(numberPlate)].map(([code]) => finding('plate', place, covered(code))),
  )
