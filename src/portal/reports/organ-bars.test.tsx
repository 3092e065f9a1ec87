import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { anOrgan } from '../../organs/testing/organ.ts'
import { mostBars, OrganBars } from './organ-bars.tsx'

const draw = (...values: number[]) => {
  const figures = values.map((value, id) => ({
    organ: { ...anOrgan({ name: `第${id + 1}局` }), id },
    value,
    text: String(value),
  }))
  const drawing = renderToStaticMarkup(<OrganBars figures={figures} name="行政许可" />)
  const bars = [...drawing.matchAll(/<rect x="([^"]+)"[^>]* width="([^"]+)"/g)]
  return { drawing, bars: bars.map(([, left, width]) => [Number(left), Number(width)]) }
}

test('bars are as long as their values, the greatest first and as long as there is room', () => {
  expect(draw(5, 10, 0).bars).toEqual([
    [0, 270],
    [0, 135],
    [0, 0],
  ])
})

test('what has become fewer is drawn to the other side of nought', () => {
  expect(draw(-10, 20).bars).toEqual([
    [90, 180],
    [0, 90],
  ])
})

test('where every value is nought there are bars of no length', () => {
  expect(draw(0, 0).bars).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('no more is drawn than can be read, and it is the greatest', () => {
  const { drawing, bars } = draw(...Array.from({ length: mostBars + 5 }, (_, index) => index))
  expect(bars).toHaveLength(mostBars)
  expect(drawing).not.toContain('>第5局<')
  expect(drawing).toContain('>第6局<')
})
