import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../../db/database.ts'
import { reportSchema } from '../../report/report-schema.ts'
import { listPublished } from '../../report/store/published.ts'
import { streamCsv } from '../../workbooks/xlsx/csv.ts'
import { downloads } from '../download-room.ts'
import { csvType } from '../platform/files.ts'
import type { Portal } from '../portal.ts'
import { html, publicRoute } from '../serving.ts'
import { aboutAddresses } from './addresses.ts'
import { dataCatalogue } from './data-catalogue.ts'
import { type OpenDataset, openDatasets } from './open-data.ts'
import { openDataPage } from './open-data-page.tsx'

/** Whole sets that are written at the same time: each reads all that the site holds of a kind. */
const mostDownloads = 3

/** 开放数据: the page, the catalogue of data for programs, and the sets as files. */
export async function dataRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  app.get(aboutAddresses.data, publicRoute, (request, reply) =>
    portal.pages.serve(request, reply, aboutAddresses.data, async (tx) =>
      html(openDataPage(await portal.readView(tx, request, aboutAddresses.data), await yearsIn(tx))),
    ),
  )
  app.get(aboutAddresses.catalogue, publicRoute, (request, reply) =>
    portal.pages.serve(request, reply, aboutAddresses.catalogue, async (tx) => {
      const matter = await portal.readView(tx, request, aboutAddresses.catalogue)
      return {
        headers: { 'content-type': 'application/ld+json; charset=utf-8' },
        body: `${JSON.stringify(dataCatalogue({ ...matter, years: await yearsIn(tx) }), null, 2)}\n`,
      }
    }),
  )
  const { href } = new URL(aboutAddresses.reportSchema, portal.origin)
  const schema = `${JSON.stringify(reportSchema(href), null, 2)}\n`
  app.get(aboutAddresses.reportSchema, publicRoute, (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').header('cache-control', 'no-cache').send(schema),
  )
  const send = downloads(mostDownloads)
  for (const dataset of openDatasets)
    app.get(aboutAddresses.dataset(dataset), publicRoute, async (request, reply) => {
      const { organs } = await portal.lookUp(request, aboutAddresses.data, '')
      const write = () => {
        const rows = dataset.rows({ db: app.db, organs, origin: portal.origin, today: app.clock.today() })
        return Readable.fromWeb(streamCsv(withHeaders(dataset, rows)) as ReadableStream<Uint8Array>)
      }
      return send(request, reply, {
        type: csvType,
        name: `${dataset.title}.csv`,
        plainName: `${dataset.id}.csv`,
        write,
      })
    })
}

async function* withHeaders({ headers }: OpenDataset, rows: ReturnType<OpenDataset['rows']>) {
  yield [...headers]
  for await (const row of rows) yield [...row]
}

/** The years of which anybody has published a report, newest first. */
const yearsIn = async (tx: Tx): Promise<number[]> =>
  [...new Set((await listPublished(tx)).map(({ year }) => year))].toSorted((a, b) => b - a)
