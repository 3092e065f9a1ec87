interface Place {
  readonly slug: string
}

/** Where subscriptions are begun, confirmed, changed and ended; mails link to them. */
export const subscriptionAddresses = {
  /** Of the whole site: which organ one wants to hear of. */
  choose: '/subscribe',
  /** The form, about a page of the organ. */
  begin: ({ slug }: Place, page?: string, key?: string) => {
    const query = new URLSearchParams({ ...(page && { page }), ...(key && { key }) }).toString()
    return `/${slug}/subscribe${query && `?${query}`}`
  },
  asked: ({ slug }: Place) => `/${slug}/subscribe/asked`,
  confirm: ({ slug }: Place) => `/${slug}/subscribe/confirm`,
  own: ({ slug }: Place) => `/${slug}/subscription`,
  end: ({ slug }: Place) => `/${slug}/subscription/end`,
  ended: ({ slug }: Place) => `/${slug}/subscription/ended`,
} as const

/** An address with the code that opens it, where there is one. */
export const withCode = (path: string, code: string): string => (code === '' ? path : `${path}?code=${code}`)
