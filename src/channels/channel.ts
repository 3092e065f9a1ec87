import { z } from 'zod'

const channelKinds = ['website', 'wechat', 'weibo', 'app', 'gazette', 'board', 'library', 'press', 'other'] as const

/** Where an organ makes information public, art. 23 to 25. */
export const Channel = z.object({ kind: z.enum(channelKinds), name: z.string().min(1) })
export type Channel = z.infer<typeof Channel>
