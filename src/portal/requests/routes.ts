import type { FastifyInstance } from 'fastify'
import type { WaitingQuota } from '../../files/waiting.ts'
import type { Organ } from '../../organs/organ.ts'
import { serveLasting } from '../lasting.ts'
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
import { lookUp, publicRoute, readForms } from './public-forms.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { submitRoutes } from './submit-routes.ts'

interface Options {
  readonly portal: Portal
  readonly freeSubmissions?: number | undefined
  /** What may wait for its form in files. */
  readonly quota?: WaitingQuota | undefined
}

const empty = { texts: {}, problems: new Map<string, string>() }

/** Disclosure on request, for the public: how to apply, the form, the receipt, and what became of it. */
export async function publicRequestRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { portal } = options
  const pages: Record<string, { at: (organ: Organ) => string; write: (view: View, organ: Organ) => string }> = {
    '/': { at: addresses.requests, write: (view, organ) => entryPage(view, organ, app.clock.today()) },
    '/form': { at: addresses.blankForm, write: blankFormPage },
    '/follow': { at: addresses.follow, write: (view, organ) => followPage(view, organ, empty) },
  }
  for (const [path, { at, write }] of Object.entries(pages))
    app.get(`/:organ/requests${path}`, publicRoute, async (request, reply) => {
      const { organ, view } = await lookUp(portal, request, at)
      return portal.pages.serve(request, reply, at(organ), async () => ({
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: write(view, organ),
        organId: organ.id,
      }))
    })

  serveLasting(app, workerPath, 'text/javascript', workerSource)

  await app.register(async (forms) => {
    await readForms(forms, portal)
    await askRoutes(forms, options)
    await submitRoutes(forms, options)
    await receiptRoutes(forms, options)
    await followRoutes(forms, options)
    await forms.register(caseRoutes, options)
  })
}
