import { expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { cellsOf } from '../../report/sheet.ts'
import { choiceById, rowChoices } from './row-choices.ts'

const formats = Object.values(reportFormats)
const choicesOf = (format: (typeof formats)[number]) => rowChoices(format).flatMap(({ choices }) => choices)

test.each(formats)(
  'of the form of $id every row of section three and every figure of two and four can be chosen',
  (format) => {
    const choices = choicesOf(format)
    const wanted = cellsOf(format).filter(({ table, column }) => table !== 'requests' || column === 'total')
    expect(choices.map(({ cell }) => cell)).toEqual(wanted)
    expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length)
    for (const { id, cell } of choices) expect(choiceById(format, id)?.cell).toEqual(cell)
  },
)

test('a choice is called as printed and stands under its section and group', () => {
  const groups = rowChoices(reportFormats['2021'])
  const places = groups.flatMap(({ label, choices }) => choices.map(({ id, name }) => `${id} | ${label} | ${name}`))
  expect(places).toEqual(
    expect.arrayContaining([
      'proactive.rules.inForce | 二、主动公开政府信息情况 第二十条第（一）项 | 规章—现行有效件数',
      'requests.newReceived | 三、收到和处理政府信息公开申请情况 | 一、本年新收政府信息公开申请数量',
      'remedies.suitDirect.upheld | 四、政府信息公开行政复议、行政诉讼情况 | 行政诉讼—未经复议直接起诉—结果维持',
    ]),
  )
  const ofDenied = places.filter((place) => place.includes('三、收到和处理政府信息公开申请情况 （三）不予公开 |'))
  expect(ofDenied[0]).toContain('（三）不予公开—1.属于国家秘密')
  expect(ofDenied.length).toBeGreaterThan(5)
})

test('what the form does not have is no choice', () => {
  for (const id of ['requests', 'requests.nothing', 'remedies.review', 'proactive.rules', '__proto__', ''])
    expect(choiceById(reportFormats['2021'], id)).toBeUndefined()
})
