import { Parser } from 'htmlparser2'
import { htmlReader, type TextFromHtml } from './html-reader.ts'

/**
 * HTML from outside as a text. Only what a text may hold comes through, whatever the HTML: everything else is dropped or
 * becomes plain words. `fileOf` says which file of the record a picture is. A long document takes a third of a second, so
 * `pause` is waited for after every `pieceLength` characters: whoever serves others hears them meanwhile.
 */
export async function textFromHtml(
  html: string,
  {
    fileOf = () => undefined,
    pause,
    pieceLength = 64 * 1024,
  }: {
    readonly fileOf?: (source: string) => string | undefined
    readonly pause?: () => Promise<unknown>
    readonly pieceLength?: number
  } = {},
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
    if (at < html.length) await pause?.()
  }
  parser.end()
  return reader.finish()
}
