import type { Organ } from '../../organs/organ.ts'
import { type Crumb, crumbsTo, type View } from '../page.tsx'
import { addresses } from '../site.ts'

/** The way to the pages of disclosure on request. */
export const crumbsToRequests = (view: View, organ: Organ): Crumb[] => [
  ...crumbsTo(view),
  { name: '依申请公开', path: addresses.requests(organ) },
]

/** A form that came back says so already in the title, which is read out first. */
export const titleWith = (title: string, problems: ReadonlyMap<string, string>): string =>
  problems.size > 0 ? `有误，请改正：${title}` : title
