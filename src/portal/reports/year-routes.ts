import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { contentDisposition } from '../../files/disposition.ts'
import type { ReportFormat } from '../../law/report-format.ts'
import { formatForYear, reportFormats } from '../../law/report-formats.ts'
import type { Organ } from '../../organs/organ.ts'
import { listPublished } from '../../report/store/published.ts'
import type { ReportOfYear } from '../../report/store/reports-of-year.ts'
import { allReportsPage } from '../all-reports-page.tsx'
import type { Answer } from '../pages.ts'
import { csvType } from '../platform/files.ts'
import type { PageMatter, Portal } from '../portal.ts'
import { html, lastModified, leadTo, missing, paramOf, publicRoute } from '../serving.ts'
import { addresses } from '../site.ts'
import { figuresCsv } from './figures-csv.ts'
import { readOrgans, readYear } from './read-year.ts'
import { choiceById } from './row-choices.ts'
import { yearPage, yearTitle } from './year-page.tsx'
import { yearPattern, yearsShown } from './years-shown.ts'

/** `2024`, or `2024.csv` for the figures of all organs. */
const Document = z
  .string()
  .regex(new RegExp(`^${yearPattern}(?:\\.csv)?$`))
  .transform((text) => ({ year: Number(text.slice(0, 4)), isFile: text.endsWith('.csv') }))
/** The row that was chosen; one that nobody can have chosen is as good as none. */
const Wish = z.object({ row: z.string().max(80).optional().catch(undefined) })

/** The reports of all organs: the overview, each year, and its figures. A site of one organ leads on to that organ's own. */
export function yearRoutes(app: FastifyInstance, portal: Portal): void {
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    write: (tx: Tx, matter: PageMatter) => Promise<Answer>,
  ) =>
    portal.pages.serve(request, reply, path, async (tx) => {
      const matter = await portal.readView(tx, request, path)
      return matter.organs.length === 0 ? leadTo(addresses.home) : write(tx, matter)
    })

  app.get(addresses.allReports, publicRoute, (request, reply) =>
    answer(request, reply, addresses.allReports, async (tx, matter) => {
      const only = onlyOrgan(matter)
      if (only) return leadTo(addresses.reports(only))
      const { organs, view } = matter
      const published = await listPublished(tx)
      const today = app.clock.today()
      return html(allReportsPage({ view, organs, published, today, years: yearsShown(published, today) }))
    }),
  )

  app.get('/annual-reports/:document', publicRoute, async (request, reply) => {
    const document = Document.safeParse(paramOf(request, 'document'))
    if (!document.success) return reply.callNotFound()
    const { year, isFile } = document.data
    const asked = { year, today: app.clock.today() }
    if (isFile)
      return answer(request, reply, addresses.figuresOfYear(year), (tx, matter) => fileAnswer(tx, matter, asked))
    const { row } = Wish.parse(request.query)
    return answer(request, reply, addresses.reportsOfYear(year, row), (tx, matter) =>
      pageAnswer(tx, matter, asked, row),
    )
  })
}

/** The organ of a site that has no other, whose own pages stand for those of all. */
const onlyOrgan = ({ organs, view }: PageMatter): Organ | undefined => (view.site.hasHome ? undefined : organs[0])

interface Asked {
  readonly year: number
  readonly today: PlainDate
}

async function pageAnswer(tx: Tx, matter: PageMatter, asked: Asked, row: string | undefined): Promise<Answer> {
  const { organs, view } = matter
  const { year } = asked
  const only = onlyOrgan(matter)
  if (only) return leadTo(addresses.report(only, year))
  const read = await readYear(tx, asked)
  if ('why' in read) return noYear(matter, read.why, year)
  const { years, reports } = read
  const form = formOf(reports, year)
  const choice = row && form ? choiceById(form, row) : undefined
  if (row && !choice) return noRow(matter, year)
  const entries = await readOrgans(tx, { organs, ...asked }, reports)
  return html(yearPage({ view, ...asked, entries, years, form, choice }), 200, changedAt(reports))
}

async function fileAnswer(tx: Tx, matter: PageMatter, asked: Asked): Promise<Answer> {
  const { year } = asked
  const read = await readYear(tx, asked)
  if ('why' in read) return noYear(matter, read.why, year)
  const { reports } = read
  return {
    headers: {
      'content-type': csvType,
      'content-disposition': contentDisposition(`${yearTitle(year)}数据.csv`, `annual-reports-${year}.csv`),
      ...changedAt(reports),
    },
    body: figuresCsv(matter.organs, reports, year),
  }
}

/** The form of the year, or where none was prescribed that of the reports; undefined where none of them can be shown. */
function formOf(reports: readonly ReportOfYear[], year: number): ReportFormat | undefined {
  const formats = reports.flatMap(({ figures }) => figures?.format ?? [])
  const [format] = formats
  if (format === undefined) return undefined
  return formatForYear(year) ?? (format === 'mixed' ? undefined : reportFormats[format])
}

function changedAt(reports: readonly ReportOfYear[]): Answer['headers'] {
  const [newest] = reports.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
  return newest ? lastModified(newest.recordedAt) : {}
}

const noYear = (matter: PageMatter, message: string, year: number): Answer =>
  missing(matter, {
    title: `没有${year}年度报告`,
    message,
    ways: [
      { text: '查看各机关历年的年度报告', path: addresses.allReports },
      { text: '向有关机关的政府信息公开工作机构询问' },
    ],
  })

const noRow = (matter: PageMatter, year: number): Answer =>
  missing(matter, {
    title: '统计表中没有这一行',
    message: `${year}年度报告的统计表中没有地址所写的这一行，请从该年度的页面重新选择。`,
    ways: [{ text: `查看${yearTitle(year)}`, path: addresses.reportsOfYear(year) }],
  })
