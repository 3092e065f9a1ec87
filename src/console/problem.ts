/** What the server refused, in its own words. `status` 0: it was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly article?: string | undefined,
    /** What is wrong at which field, by its path: `applicant.name`. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}
