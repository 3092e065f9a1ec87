/** Pages about the site itself, and what it offers to programs. */
export const aboutAddresses = {
  map: '/sitemap',
  about: '/about',
  accessibility: '/accessibility',
  privacy: '/privacy',
  data: '/open-data',
  english: '/en',
  catalogue: '/data.json',
  search: '/opensearch.xml',
  security: '/.well-known/security.txt',
  /** JSON Schema of an annual report as data. */
  reportSchema: '/data/annual-report.schema.json',
  /** All of a kind as one file. */
  dataset: ({ id }: { readonly id: string }) => `/data/${id}.csv`,
} as const
