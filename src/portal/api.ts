import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearBetween } from '../days/typed-year.ts'
import type { Tx } from '../db/database.ts'
import { statutoryDay } from '../law/report-due.ts'
import { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { refusals } from '../refusal.ts'
import { AnnualReport } from '../report/report.ts'
import { findPublished, listFiles, listPublished, type ReportFile } from '../report/store/published.ts'
import { listRevisions } from '../report/store/revisions.ts'
import { Problem } from './disclosure/api-shapes.ts'
import { downloadForms } from './downloads.tsx'
import type { Portal } from './portal.ts'
import { readOrgans, readYear } from './reports/read-year.ts'
import { type OrganOfYear, standings } from './reports/standing.ts'
import { addresses } from './site.ts'

const Day = z.string().meta({ format: 'date', example: '2025-01-20' })
const Url = z.string().meta({ format: 'uri' })

const PublicOrgan = z.object({
  slug: Organ.shape.slug.meta({ description: '网址中的代号' }),
  name: Organ.shape.name.meta({ description: '全称' }),
  kind: Organ.shape.kind.meta({ description: '人民政府、部门或者乡镇街道' }),
  level: Organ.shape.level.meta({ description: '级别' }),
})
const Published = {
  year: z.number().int().meta({ description: '报告的年度' }),
  publishedOn: Day.meta({ description: '公布日期' }),
  url: Url.meta({ description: '网页的地址' }),
}
const OrganEntry = PublicOrgan.extend({
  url: Url.meta({ description: '网页的地址' }),
  annualReports: z.array(z.object(Published)).meta({ description: '已经公布的年度报告' }),
})

const File = z.object({
  form: z.enum(downloadForms).meta({ description: '格式' }),
  url: Url.meta({ description: '下载的地址' }),
  sha256: z.string().meta({ description: '文件的校验值' }),
  size: z.number().int().meta({ description: '字节数' }),
})

const PublicReport = z.object({
  ...Published,
  organ: PublicOrgan.meta({ description: '公布报告的机关' }),
  revision: z.number().int().meta({ description: '第几次公布' }),
  revisions: z
    .array(
      z.object({
        revision: z.number().int().meta({ description: '第几次公布' }),
        publishedOn: Day.meta({ description: '公布日期' }),
        reason: z.string().nullable().meta({ description: '更正的说明；首次公布的为空' }),
      }),
    )
    .meta({ description: '历次公布；正在核查的不列入' }),
  files: z.array(File),
  report: AnnualReport,
})

const YearOfOrgan = z.object({
  organ: PublicOrgan.meta({ description: '机关' }),
  dueOn: Day.nullable().meta({ description: '法定期限的最后一天；由县级规定的为空' }),
  standing: z.enum(standings).meta({
    description:
      '按期公布、逾期公布、逾期未公布、尚未到期、日期由县级规定、正在核查暂停显示、已公布而首次公布的日期正在核查',
  }),
  firstPublishedOn: Day.nullable().meta({ description: '首次公布的日期；没有公布或者正在核查的为空' }),
  publishedOn: Day.nullable().meta({ description: '现行一版公布的日期；没有公布或者正在核查的为空' }),
  revision: z.number().int().nullable().meta({ description: '第几次公布；没有公布或者正在核查的为空' }),
  url: Url.nullable().meta({ description: '报告的网页；没有公布的为空' }),
  files: z.array(File),
})
const ReportsOfYear = z.object({
  year: z.number().int().meta({ description: '报告的年度' }),
  url: Url.meta({ description: '网页的地址' }),
  figures: Url.meta({ description: '各机关全部数据的CSV文件' }),
  organs: z.array(YearOfOrgan),
})

const YearParams = z.object({ year: yearBetween(1000, 2999) })
const Params = YearParams.extend({ slug: Organ.shape.slug })

/** The same published reports for programs. */
export async function portalApi(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  organsRoute(app, portal)
  yearRoute(app, portal)
  reportRoute(app, portal)
}

const config = { access: 'public' } as const

const read = <T>({ db }: FastifyInstance, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setAccessMode('read only').execute(work)

/** The organs, and where the report of each year stands. */
function organsRoute(app: FastifyInstance, { origin }: Portal): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/organs',
    {
      config,
      schema: { summary: '机关及其已公布的年度报告', tags: ['public'], response: { 200: z.array(OrganEntry) } },
    },
    async () => {
      const [all, published] = await read(app, async (tx) => [await organs.list(tx), await listPublished(tx)] as const)
      const yearsOf = Map.groupBy(published, ({ organId }) => organId)
      return all.map((organ) => ({
        ...organ,
        url: origin + addresses.organ(organ),
        annualReports: (yearsOf.get(organ.id) ?? []).map(({ year, publishedOn }) => ({
          year,
          publishedOn,
          url: origin + addresses.report(organ, year),
        })),
      }))
    },
  )
}

/** One report with its figures, its revisions and its files. */
function reportRoute(app: FastifyInstance, { origin }: Portal): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/organs/:slug/annual-reports/:year',
    {
      config,
      schema: {
        summary: '已公布的年度报告：数据、版本与文件',
        tags: ['public'],
        params: Params,
        response: { 200: PublicReport, 404: Problem },
      },
    },
    ({ params }) => read(app, (tx) => showReport(tx, origin, params)),
  )
}

async function showReport(tx: Tx, origin: string, { slug, year }: z.infer<typeof Params>) {
  const organ = await organs.getBySlug(tx, slug)
  const published = await findPublished(tx, organ.id, year)
  const [newest] = published?.revisions ?? []
  if (!published || !newest) throw refusals.unknownReport(organ.name, year)
  const files = await listFiles(tx, organ.id, year)
  const history = await listRevisions(tx, organ.id, year)
  return {
    organ,
    year,
    revision: newest.revision,
    publishedOn: newest.publishedOn,
    url: origin + addresses.report(organ, year),
    revisions: history.filter(({ report }) => report).toReversed(),
    files: filesFor(origin, organ, year, files),
    report: published.report,
  }
}

const filesFor = (
  origin: string,
  organ: Pick<Organ, 'slug'>,
  year: number,
  files: readonly ReportFile[],
): z.infer<typeof File>[] =>
  downloadForms.flatMap((form) =>
    files
      .filter((file) => file.form === form)
      .map(({ sha256, size }) => ({ form, url: origin + addresses.file(organ, year, form), sha256, size })),
  )

/** The reports of all organs on one year: when each was published, and whether in time. */
function yearRoute(app: FastifyInstance, { origin }: Portal): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/annual-reports/:year',
    {
      config,
      schema: {
        summary: '各机关一个年度的报告：哪天公布、是否逾期、文件',
        tags: ['public'],
        params: YearParams,
        response: { 200: ReportsOfYear, 404: Problem },
      },
    },
    ({ params: { year } }) =>
      read(app, async (tx) => {
        const today = app.clock.today()
        const found = await readYear(tx, { year, today })
        if ('why' in found) throw refusals.noReportsOfYear(found.why)
        const entries = await readOrgans(tx, { organs: await organs.list(tx), year, today }, found.reports)
        return {
          year,
          url: origin + addresses.reportsOfYear(year),
          figures: origin + addresses.figuresOfYear(year),
          organs: entries.map((entry) => entryFor(origin, entry, year)),
        }
      }),
  )
}

function entryFor(origin: string, { organ, report, standing, files }: OrganOfYear, year: number) {
  const shown = report?.figures ? report : undefined
  return {
    organ,
    standing,
    dueOn: statutoryDay(organ.kind, year)?.on ?? null,
    firstPublishedOn: shown?.firstPublishedOn ?? null,
    publishedOn: shown?.publishedOn ?? null,
    revision: shown?.revision ?? null,
    url: report ? origin + addresses.report(organ, year) : null,
    files: filesFor(origin, organ, year, files),
  }
}
