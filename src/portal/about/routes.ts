import type { FastifyInstance } from 'fastify'
import type { PageMatter, Portal } from '../portal.ts'
import { html, publicRoute } from '../serving.ts'
import { aboutPage } from './about-page.tsx'
import { accessibilityPage } from './accessibility-page.tsx'
import { aboutAddresses } from './addresses.ts'
import { englishPage } from './english-page.tsx'
import { privacyPage } from './privacy-page.tsx'
import { siteMapPage } from './site-map-page.tsx'

/** Pages about the site itself, which say what this program does and nothing else. */
export async function aboutRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const page = (path: string, write: (matter: PageMatter) => string | Promise<string>) =>
    app.get(path, publicRoute, (request, reply) =>
      portal.pages.serve(request, reply, path, async (tx) =>
        html(await write(await portal.readView(tx, request, path))),
      ),
    )
  page(aboutAddresses.about, ({ view, organs }) => aboutPage(view, organs))
  page(aboutAddresses.accessibility, ({ view }) => accessibilityPage(view))
  page(aboutAddresses.privacy, ({ view }) => privacyPage(view))
  page(aboutAddresses.english, ({ view, organs }) => englishPage(view, organs))
  page(aboutAddresses.map, async ({ view, organs }) => siteMapPage(view, await portal.placesOf(organs)))
}
