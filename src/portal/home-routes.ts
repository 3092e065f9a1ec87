import type { FastifyInstance } from 'fastify'
import { listPublishingOrgans } from '../disclosure/store/public.ts'
import { listPublic } from '../disclosure/store/public-lists.ts'
import type { Organ } from '../organs/organ.ts'
import { listPublished } from '../report/store/published.ts'
import { subscriptionAddresses } from '../subscriptions/addresses.ts'
import { type ChoiceId, chooseOrganPage } from './choose-organ-page.tsx'
import { emptyHousePage } from './empty-house-page.tsx'
import { homePage, newestShown } from './home-page.tsx'
import type { View } from './page.tsx'
import type { Portal } from './portal.ts'
import { html, leadTo, publicRoute } from './serving.ts'
import { addresses } from './site.ts'

/** What belongs to no organ: the front door, the choice of an organ. A site of one organ leads on to it. */
export function homeRoutes(app: FastifyInstance, portal: Portal): void {
  app.get(addresses.home, publicRoute, (request, reply) =>
    portal.pages.serve(request, reply, addresses.home, async (tx) => {
      const { organs, view } = await portal.readView(tx, request, addresses.home)
      const [only] = organs
      if (!only) return html(emptyHousePage(view))
      if (!view.site.hasHome) return leadTo(addresses.organ(only))
      // Some are shown by several organs, and stand here once.
      const records = await listPublic(tx, { offset: 0, limit: 4 * newestShown })
      const [published, publishing] = [await listPublished(tx), await listPublishingOrgans(tx)]
      return html(homePage({ view, organs, published, records, publishing, today: app.clock.today() }))
    }),
  )

  const choose = (path: string, choiceOf: (view: View) => ChoiceId, pathOf: (organ: Organ) => string) =>
    app.get(path, publicRoute, (request, reply) =>
      portal.pages.serve(request, reply, path, async (tx) => {
        const { organs, view } = await portal.readView(tx, request, path)
        const [only] = organs
        if (!only) return leadTo(addresses.home)
        return view.site.hasHome ? html(chooseOrganPage(view, organs, choiceOf(view))) : leadTo(pathOf(only))
      }),
    )
  choose(addresses.chooseToAsk, () => 'ask', addresses.ask)
  choose(addresses.chooseToFollow, () => 'follow', addresses.follow)
  const toSubscribe = ({ tellsByMail }: View) => (tellsByMail ? 'subscribe' : 'feeds')
  choose(subscriptionAddresses.choose, toSubscribe, (organ) => subscriptionAddresses.begin(organ))
}
