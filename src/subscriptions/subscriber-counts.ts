/** How many addresses are told by mail of what. One that is told of several things counts for each. */
export interface SubscriberCounts {
  /** Of all that is new. */
  readonly organ: number
  /** Of changes of single records. */
  readonly records: number
  /** By column. */
  readonly columns: Readonly<Record<string, number>>
}
