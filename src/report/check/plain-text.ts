import { plain } from '../read/bare.ts'
import type { AnnualReport, Section, SectionKey } from '../report.ts'

/** What prose needs beside the characters of the labels. */
const traditional = '臺網沒佈餘'
const simplified = '台网没布余'
const simplifiedOf = new Map([...traditional].map((character, at) => [character, [...simplified][at] ?? character]))

/** Text as the checks compare it: as labels are read, without spaces, and with the commonest characters of prose simplified. */
export const plainText = (text: string): string =>
  [...plain(text.replace(/\s+/g, ''))].map((character) => simplifiedOf.get(character) ?? character).join('')

/** Without what stands in 《》 or 〔〕: titles and numbers of documents carry years and figures of their own. */
export const withoutTitles = (text: string): string =>
  text.replace(/《[^《》]{0,200}》/g, '《》').replace(/[〔[][^〕\]]{0,20}[〕\]]/g, '')

export const sectionOf = (report: AnnualReport, id: SectionKey): Section | undefined =>
  report.sections.find((section) => section.id === id)

/** The paragraphs of a section, as the checks compare them. */
export const paragraphsOf = (report: AnnualReport, id: SectionKey): string[] =>
  (sectionOf(report, id)?.paragraphs ?? []).map(plainText).filter((paragraph) => paragraph !== '')

/** All text of the report outside its tables. */
export const reportText = (report: AnnualReport): string =>
  report.sections.flatMap(({ paragraphs }) => paragraphs.map(plainText)).join('\n')
