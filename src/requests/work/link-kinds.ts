import type { LinkKindId } from './work-events.ts'

/** Why two requests belong together, as people choose it. */
export const linkKinds: readonly { readonly id: LinkKindId; readonly label: string }[] = [
  { id: 'sameApplicant', label: '同一申请人' },
  { id: 'sameMatter', label: '同一事项' },
  { id: 'again', label: '再次申请' },
  { id: 'other', label: '其他' },
]

export const linkKindLabel = (id: LinkKindId): string => linkKinds.find((each) => each.id === id)?.label ?? id
