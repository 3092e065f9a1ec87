/** Everything the system may refuse, with its article. Thrown by actions, returned by `whyNot`, mapped to a status in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  readonly kind:
    | 'missing'
    | 'gone'
    | 'forbidden'
    | 'conflict'
    | 'invalid'
    | 'malformed'
    | 'tooLarge'
    | 'signedOut'
    | 'tooMany'
    | 'busy'
    | 'tooSlow'
    | 'noRoom'
    | 'withheld'
  /** Stable, for programs. */
  readonly code: string
  readonly article: string | undefined
  /** The field of the form that it is about. */
  readonly field: string | undefined

  /** `message` is Chinese, for people. */
  constructor(kind: Refusal['kind'], code: string, message: string, article?: string, field?: string) {
    super(message)
    this.kind = kind
    this.code = code
    this.article = article
    this.field = field
  }
}
