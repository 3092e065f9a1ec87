import type { Organ } from '../../organs/organ.ts'

type Slug = Pick<Organ, 'slug'>

/** Addresses of the guide and the catalogues, and of what they lead to. */
export const places = {
  guide: ({ slug }: Slug) => `/${slug}/guide`,
  catalogue: ({ slug }: Slug) => `/${slug}/catalogue`,
  catalogueFile: ({ slug }: Slug) => `/${slug}/catalogue.xlsx`,
  records: ({ slug }: Slug) => `/${slug}/catalogue/records`,
  recordsFile: ({ slug }: Slug, ending: 'xlsx' | 'csv') => `/${slug}/catalogue/records.${ending}`,
  column: ({ slug }: Slug, id: string) => `/${slug}/columns/${id}`,
  record: ({ slug }: Slug, number: string) => `/${slug}/records/${number}`,
} as const
