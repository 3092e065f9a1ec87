import type { Tables } from './tables.ts'
import type { Bounds, RowReading } from './torn.ts'

/** Half-width columns within which two figures stand in one column of the page. */
const near = 3

/** With more rows than this that hold figures above each other, no row of the table is believed. */
export const fewStacks = 2

/**
 * The rows of a table from a PDF, by their number, between whose labels figures stand above each other: a figure was wrapped
 * inside its cell, and what stands on one line is not the whole of the cells.
 */
export function stackedRows({ pieces }: Tables, readings: readonly RowReading[], { to }: Bounds): number[] {
  return [...readings.keys()].filter((at) => {
    const from = readings[at]?.occurrence.first ?? to
    const end = readings[at + 1]?.occurrence.first ?? to
    const figures = pieces.slice(from, end).filter(({ kind }) => kind === 'figure')
    return figures.some((one, index) =>
      figures.slice(index + 1).some((other) => other.line > one.line && Math.abs(other.at - one.at) <= near),
    )
  })
}
