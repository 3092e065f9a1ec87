import { z } from 'zod'
import { declaredFormat } from '../declared-format.ts'
import type { AnnualReport } from '../report.ts'
import { cellWithId } from '../sheet.ts'
import { wordedSections } from './words.ts'

/** What a return is pinned to: a cell of the tables, a paragraph of the words. */
export const Pinned = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), cell: z.string().min(1).max(100) }),
  z.strictObject({
    kind: z.literal('paragraph'),
    section: z.enum(wordedSections),
    paragraph: z.int().min(0).max(10_000),
  }),
])
export type Pinned = z.infer<typeof Pinned>

/** Whether the report has such a place. */
export const isPlaceIn = (report: AnnualReport, pinned: Pinned): boolean =>
  pinned.kind === 'cell'
    ? cellWithId(declaredFormat(report), pinned.cell) !== undefined
    : report.sections.find(({ id }) => id === pinned.section)?.paragraphs[pinned.paragraph] !== undefined
