import { setImmediate } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { htmlReader, type TextFromHtml } from './html-reader.ts'

/**
 * HTML from outside as a text. Only what a text may hold comes through, whatever the HTML: everything else is dropped or
 * becomes plain words. `fileOf` says which file of the record a picture is. Others are heard after every `pieceLength`
 * characters: a long document takes a third of a second.
 */
export async function textFromHtml(
  html: string,
  fileOf: (source: string) => string | undefined = () => undefined,
  pieceLength = 64 * 1024,
): Promise<TextFromHtml> {
  const reader = htmlReader(fileOf)
  const parser = new Parser(
    { onopentag: reader.open, ontext: reader.words, onclosetag: reader.close },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  for (let at = 0; at < html.length; ) {
    // Before a tag, so that no word and no sign is cut in two.
    const next = html.indexOf('<', at + pieceLength)
    const end = next < 0 ? html.length : next
    parser.write(html.slice(at, end))
    at = end
    if (at < html.length) await setImmediate()
  }
  parser.end()
  return reader.finish()
}
