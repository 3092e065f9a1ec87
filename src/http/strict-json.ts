import type { FastifyInstance } from 'fastify'

const maxDepth = 20

/** JSON bodies are UTF-8 and nothing else, well-formed to the last code unit, and not nested without end. */
export function readStrictJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/json(\s*;\s*charset="?utf-8"?)?$/i,
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
        if (deeperThan(text, maxDepth)) throw new SyntaxError('nested too deeply')
        const value: unknown = JSON.parse(text, refuseBadText)
        return value
      } catch (cause) {
        throw Object.assign(new Error('body is not acceptable JSON', { cause }), { statusCode: 400 })
      }
    },
  )
}

/** Bounded before parsing: the parser itself recurses. Brackets inside strings only make this stricter by a little. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > limit) return true
    } else if (character === ']' || character === '}') depth -= 1
  }
  return false
}

function refuseBadText(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new SyntaxError('reserved key')
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) throw new SyntaxError('bad text')
  return value
}
