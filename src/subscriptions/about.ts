import { z } from 'zod'
import type { MailAbout } from '../mail/compose.ts'

export const RequestAbout = z.object({ kind: z.literal('subscriptionRequest'), requestId: z.uuid() })
export const DigestAbout = z.object({ kind: z.literal('digest'), digestId: z.uuid(), subscriberId: z.uuid() })

/** The mail that asks whether a subscription is wanted. */
export const aboutRequest = (requestId: string): MailAbout & z.infer<typeof RequestAbout> => ({
  kind: 'subscriptionRequest',
  requestId,
})

/** The mail that tells a subscriber what is new. */
export const aboutDigest = (digestId: string, subscriberId: string): MailAbout & z.infer<typeof DigestAbout> => ({
  kind: 'digest',
  digestId,
  subscriberId,
})
