const way = { on: null, mailNumber: '', receivedBy: null, proof: '' } as const

/** How an answer is served in tests, as it is typed: today, by the postal enterprise, by hand, or on the page of the case. */
export const byPost = { ...way, way: 'post', mailNumber: 'XA12345678901' } as const
export const byHand = { ...way, way: 'counter', receivedBy: 'addressee' } as const
export const onlineToday = { ...way, way: 'online' } as const
