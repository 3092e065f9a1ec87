import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { WaitingQuota } from '../../files/waiting.ts'
import type { Organ } from '../../organs/organ.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { askRoutes } from './ask-routes.ts'
import { blankFormPage } from './blank-form-page.tsx'
import { caseRoutes } from './case-routes.ts'
import { entryPage } from './entry-page.tsx'
import { followPage } from './follow-page.tsx'
import { followRoutes } from './follow-routes.ts'
import { workerPath, workerSource } from './proof-script.ts'
import { lookUp, publicRoute, readForms, sendPage } from './public-forms.ts'
import { submitRoutes } from './submit-routes.ts'
import { wishPage } from './wish-page.tsx'

interface Options {
  readonly portal: Portal
  readonly freeSubmissions?: number | undefined
  /** What may wait for its form in files. */
  readonly quota?: WaitingQuota | undefined
}

/** What somebody looked for and did not find, to begin the wish with. */
const Wanted = z.object({ wanted: z.string().trim().max(2000) })
const wantedIn = (query: unknown): string => Wanted.safeParse(query).data?.wanted ?? ''

const empty = { texts: {}, problems: new Map<string, string>() }

/** Disclosure on request, for the public: how to apply, the form, the receipt, and what became of it. */
export async function publicRequestRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { portal } = options
  const pages: Record<string, { at: (organ: Organ) => string; write: (view: View, organ: Organ) => string }> = {
    '/': { at: addresses.requests, write: (view, organ) => entryPage(view, organ, app.clock.today()) },
    '/form': { at: addresses.blankForm, write: blankFormPage },
    '/new': { at: addresses.ask, write: (view, organ) => wishPage(view, organ, empty) },
    '/follow': { at: addresses.follow, write: (view, organ) => followPage(view, organ, empty) },
  }
  for (const [path, { at, write }] of Object.entries(pages))
    app.get(`/:organ/requests${path}`, publicRoute, async (request, reply) => {
      const { organ, view } = await lookUp(portal, request, at)
      const wanted = path === '/new' ? wantedIn(request.query) : ''
      if (wanted) return sendPage(reply, wishPage(view, organ, { ...empty, texts: { content: wanted } }))
      return portal.pages.serve(request, reply, at(organ), async () => ({
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: write(view, organ),
        organId: organ.id,
      }))
    })

  app.get(workerPath, publicRoute, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(workerSource),
  )

  await app.register(async (forms) => {
    await readForms(forms, portal)
    await askRoutes(forms, options)
    await submitRoutes(forms, options)
    await followRoutes(forms, options)
    await forms.register(caseRoutes, options)
  })
}
