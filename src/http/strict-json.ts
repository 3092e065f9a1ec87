import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What a form needs, and more; a route whose text is a tree says how deep that may be. */
const maxDepth = 20
/** Of one object: the largest form has a tenth. Each unknown one is told by name, which takes its time. */
const maxNames = 500
/** Of one array: a text has at most so many paragraphs, and a few. */
const maxItems = 40_000
/** Objects and arrays together: what is checked against a schema is walked several times. */
const maxContainers = 250_000

/** JSON bodies are UTF-8 and nothing else, well-formed to the last code unit, with no name twice in one object, and neither nested nor long without end. */
export function readStrictJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/json(\s*;\s*charset="?utf-8"?)?$/i,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
        refuseBadShape(text, request.routeOptions.config.jsonDepth ?? maxDepth)
        const value: unknown = JSON.parse(text, refuseBadText)
        return value
      } catch (cause) {
        throw Object.assign(new Error('body is not acceptable JSON', { cause }), { statusCode: 400 })
      }
    },
  )
}

interface Container {
  /** Undefined for an array. */
  readonly names: Set<string> | undefined
  commas: number
}

/** Walked before parsing: the parser itself recurses, and of two values under one name it silently keeps the last. */
function refuseBadShape(text: string, deepest: number): void {
  const open: Container[] = []
  let containers = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    const inside = open.at(-1)
    if (character === '"') {
      const end = endOfString(text, index)
      if (isName(text, end)) refuseSecond(inside?.names, text.slice(index, end + 1))
      index = end
    } else if (character === '{' || character === '[') {
      open.push({ names: character === '{' ? new Set() : undefined, commas: 0 })
      containers += 1
      if (open.length > deepest) throw new SyntaxError('nested too deeply')
      if (containers > maxContainers) throw new SyntaxError('too many objects')
    } else if (character === '}' || character === ']') open.pop()
    else if (character === ',' && inside) {
      inside.commas += 1
      if (inside.commas >= (inside.names ? maxNames : maxItems)) throw new SyntaxError('too long')
    }
  }
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}

const blank = new Set([' ', '\t', '\r', '\n'])

/** A string is a name when a colon follows it. */
function isName(text: string, end: number): boolean {
  let index = end + 1
  while (blank.has(text[index] ?? '')) index += 1
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
