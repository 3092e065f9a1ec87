import { z } from 'zod'

const channelKinds = ['website', 'wechat', 'weibo', 'app', 'gazette', 'board', 'library', 'press', 'other'] as const

/** Where an organ makes information public, art. 23 to 25. */
export const Channel = z.object({ kind: z.enum(channelKinds), name: z.string().min(1) })
export type Channel = z.infer<typeof Channel>

/** The platform itself: what stands there is noted by publication and withdrawal, never by hand. */
export const platformChannel = { kind: 'website', name: '政府信息公开平台' } as const satisfies Channel
export const isPlatform = ({ kind, name }: { readonly kind: string; readonly name: string }): boolean =>
  kind === platformChannel.kind && name === platformChannel.name

/** Channels where everything has an address. */
export const hasAddress = (kind: string): boolean => ['website', 'wechat', 'weibo', 'app'].includes(kind)
