const hour = 3_600_000

/** What one network address, or one code, may do within its time before more is asked of it. Nothing here refuses a request. */
export const limits = {
  /** Beyond these a request on line costs a proof of work. */
  submissions: { kind: 'submission', count: 5, withinMs: hour },
  /** What readers say of pages; beyond these it costs the same. */
  feedback: { kind: 'feedback', count: 5, withinMs: hour },
  /** Forms that ask to be told by mail; beyond these it costs the same. */
  subscriptions: { kind: 'subscription', count: 5, withinMs: hour },
  /** The work of one such form: it counts once. */
  subscriptionProof: { kind: 'subscription proof', count: 1, withinMs: hour },
  /** Mails that ask one address whether it wants a subscription; beyond these none is sent. */
  subscriptionMails: { kind: 'subscription mail', count: 3, withinMs: 24 * hour },
  /** Files that wait for their form. */
  uploads: { kind: 'upload', count: 40, withinMs: hour },
  /** Wrong codes and secrets. */
  followedFrom: { kind: 'followed from', count: 5, withinMs: hour },
  followedCode: { kind: 'followed code', count: 5, withinMs: hour },
} as const

export const mostFiles = 5
/** A draft, and a file that was uploaded with it, wait so long to be sent. */
export const waitingHours = 24
/** How long the browser that has sent a form can see its receipt. */
export const receiptHours = 1
/** How long a request can be looked at after code and secret were given. */
export const followedMs = hour
