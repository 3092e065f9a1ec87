import type { FastifyRequest } from 'fastify'
import { refusals } from '../../refusal.ts'

/** Of all texts of a form: room for one that is far too long, so that it comes back with a message and is not lost. */
export const bodyLimit = 256 * 1024

/** The texts of a form by field, in the order in which they came. */
export type Form = ReadonlyMap<string, readonly string[]>

/** Reads `application/x-www-form-urlencoded`. Refuses bytes that are not UTF-8, whole or percent-encoded. */
export function readUrlEncoded(body: Buffer): Form {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const pairs = text === '' ? [] : text.split('&')
    return formOf(
      pairs.map((pair) => {
        const at = pair.indexOf('=')
        return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))]
      }),
    )
  } catch {
    throw refusals.unreadableForm()
  }
}

/** A text of a multipart form, of which only the bytes are believed. */
export function readUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refusals.unreadableForm()
  }
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

export function formOf(pairs: readonly (readonly [string, string])[]): Form {
  const form = new Map<string, string[]>()
  for (const [name, text] of pairs) form.set(name, [...(form.get(name) ?? []), text])
  return form
}

/** The form that came with a request, empty where none did. One with files is taken only where files are asked for. */
export function formIn(request: FastifyRequest): Form {
  if (request.isMultipart()) throw refusals.unreadableForm()
  return request.body instanceof Map ? request.body : new Map()
}

/** The form as a record of `once` fields, empty where nothing came. Refuses unknown fields, and a field that came twice, by name. */
export function oneEach<Name extends string>(
  form: Form,
  once: readonly Name[],
  severally: readonly string[] = [],
): Record<Name, string> {
  for (const [name, texts] of form) {
    if (severally.includes(name)) continue
    if (!once.some((known) => known === name)) throw refusals.unknownField(name)
    if (texts.length > 1) throw refusals.fieldTwice(name)
  }
  return Object.fromEntries(once.map((name) => [name, form.get(name)?.[0] ?? ''])) as Record<Name, string>
}
