import type { FastifyInstance } from 'fastify'

const maxDepth = 20

/** JSON bodies are UTF-8 and nothing else, well-formed to the last code unit, with no name twice in one object, and not nested without end. */
export function readStrictJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/json(\s*;\s*charset="?utf-8"?)?$/i,
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
        refuseBadShape(text)
        const value: unknown = JSON.parse(text, refuseBadText)
        return value
      } catch (cause) {
        throw Object.assign(new Error('body is not acceptable JSON', { cause }), { statusCode: 400 })
      }
    },
  )
}

/** Walked before parsing: the parser itself recurses, and of two values under one name it silently keeps the last. */
function refuseBadShape(text: string): void {
  const open: (Set<string> | undefined)[] = []
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') {
      const end = endOfString(text, index)
      if (isName(text, end)) refuseSecond(open.at(-1), text.slice(index, end + 1))
      index = end
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined)
      if (open.length > maxDepth) throw new SyntaxError('nested too deeply')
    } else if (character === '}' || character === ']') open.pop()
  }
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}

/** A string is a name when a colon follows it. */
function isName(text: string, end: number): boolean {
  let index = end + 1
  while (/[ \t\r\n]/.test(text[index] ?? '')) index += 1
  return text[index] === ':'
}

function refuseSecond(names: Set<string> | undefined, written: string): void {
  const name: unknown = written.includes('\\') ? JSON.parse(written) : written.slice(1, -1)
  if (names?.has(String(name))) throw new SyntaxError('a name stands twice')
  names?.add(String(name))
}

function refuseBadText(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new SyntaxError('reserved key')
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) throw new SyntaxError('bad text')
  return value
}
