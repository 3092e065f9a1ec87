import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { refusals } from '../refusal.ts'
import { AnnualReport } from '../report/report.ts'
import { findPublished, listFiles, listPublished } from '../report/store/published.ts'
import { downloadForms } from './downloads.tsx'
import type { Portal } from './portal.ts'
import { addresses } from './site.ts'

const Day = z.string().meta({ format: 'date', example: '2025-01-20' })
const Url = z.string().meta({ format: 'uri' })

const PublicOrgan = Organ.pick({ slug: true, name: true, kind: true, level: true })
const OrganEntry = PublicOrgan.extend({
  url: Url,
  annualReports: z.array(z.object({ year: z.number().int(), publishedOn: Day, url: Url })),
})

const Problem = z.object({ code: z.string(), message: z.string(), article: z.string().optional() })

const PublicReport = z.object({
  organ: PublicOrgan,
  year: z.number().int(),
  revision: z.number().int(),
  publishedOn: Day,
  url: Url,
  revisions: z.array(z.object({ revision: z.number().int(), publishedOn: Day, reason: z.string().nullable() })),
  files: z.array(
    z.object({
      form: z.enum(downloadForms),
      url: Url,
      sha256: z.string(),
      size: z.number().int().meta({ description: '字节数' }),
    }),
  ),
  report: AnnualReport,
})

const Params = z.object({
  slug: Organ.shape.slug,
  year: z
    .string()
    .regex(/^\d{4}$/, '年度写四位数字')
    .transform(Number),
})

/** The same published reports for programs. */
export async function portalApi(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const config = { access: 'public' } as const
  const absolute = (path: string) => portal.origin + path
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.db.transaction().setAccessMode('read only').execute(work)

  api.get(
    '/api/organs',
    {
      config,
      schema: { summary: '机关及其已公布的年度报告', tags: ['public'], response: { 200: z.array(OrganEntry) } },
    },
    async () => {
      const [all, published] = await read(async (tx) => [await organs.list(tx), await listPublished(tx)] as const)
      const yearsOf = Map.groupBy(published, ({ organId }) => organId)
      return all.map((organ) => ({
        ...organ,
        url: absolute(addresses.organ(organ)),
        annualReports: (yearsOf.get(organ.id) ?? []).map(({ year, publishedOn }) => ({
          year,
          publishedOn,
          url: absolute(addresses.report(organ, year)),
        })),
      }))
    },
  )

  api.get(
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
    async (request) => {
      const { slug, year } = request.params
      return read(async (tx) => {
        const organ = await organs.getBySlug(tx, slug)
        const published = await findPublished(tx, organ.id, year)
        const [newest] = published?.revisions ?? []
        if (!published || !newest) throw refusals.unknownReport(organ.name, year)
        const files = await listFiles(tx, organ.id, year)
        return {
          organ,
          year,
          revision: newest.revision,
          publishedOn: newest.publishedOn,
          url: absolute(addresses.report(organ, year)),
          revisions: [...published.revisions],
          files: downloadForms.flatMap((form) =>
            files
              .filter((file) => file.form === form)
              .map(({ sha256, size }) => ({ form, url: absolute(addresses.file(organ, year, form)), sha256, size })),
          ),
          report: published.report,
        }
      })
    },
  )
}
