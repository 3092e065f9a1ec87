import { type Handler, Parser, type ParserOptions } from 'htmlparser2'

/** Elements within each other: no program writes more, and in the parser each costs what all above it cost. */
const maxDepth = 1000

/** Markup that is nested deeper than any document. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep'
}

/** Parses markup from outside in a time that grows with its length. Throws `TooDeep`. */
export function parseMarkup(
  markup: string,
  { onopentag, onclosetag, ...others }: Pick<Partial<Handler>, 'onopentag' | 'ontext' | 'onclosetag'>,
  options: ParserOptions,
): void {
  let depth = 0
  const parser = new Parser(
    {
      ...others,
      onopentag(...opened) {
        depth += 1
        if (depth > maxDepth) throw new TooDeep()
        onopentag?.(...opened)
      },
      onclosetag(...closed) {
        depth -= 1
        onclosetag?.(...closed)
      },
    },
    options,
  )
  parser.end(markup)
}
