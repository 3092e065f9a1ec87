import { findSignsApart, showPageApart } from '../src/files/inspect/pages-apart.ts'
import { redactedFile } from '../src/redaction/redacted-file.ts'
import { picturePagesPdf } from '../src/typesetting/picture-pages.ts'
import { textPagesPdf } from '../src/typesetting/text-pages.ts'

const pages = 100
const day = [2026, 3, 10] as const
const words = '依照有关规定对该事项进行了审查并征求了意见，'.repeat(30)

/** A paper of a hundred pages of text, as Word would print it. */
const paper = (): Promise<Uint8Array> =>
  textPagesPdf(
    Array.from({ length: pages }, (_, at) => ({
      kind: 'paragraph' as const,
      align: 'left' as const,
      indented: true,
      runs: [
        {
          text: `${at}${words}`,
          bold: false,
          italic: false,
          underline: false,
          struck: false,
          side: 'line' as const,
          href: '',
        },
      ],
    })),
    { title: '会议纪要', day },
  )

async function timed<Result>(what: string, target: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now()
  const result = await work()
  console.log(`  ${what.padEnd(44)} ${(performance.now() - began).toFixed(0).padStart(6)} ms${target}`)
  return result
}

/** Marking and making a paper of a hundred pages: its first page, its words, the file without a passage. */
export async function benchRedaction(): Promise<void> {
  console.log('redaction: a paper of a hundred pages')
  // The typesetter has its fonts.
  await picturePagesPdf([], { title: '空', day }).catch(() => undefined)
  const file = await paper()
  const shown = () => showPageApart(file, { page: 0, width: 1200 })
  await timed('the first page, with its process to be started', ' (target 1000)', shown)
  await timed('the first page again', '', shown)
  const found = await timed('its words, for what is proposed', '', () => findSignsApart(file))
  if ('fault' in found) throw new Error(found.fault)
  console.log(`  pages: ${found.sizes.length}`)
  const passage = {
    id: crypto.randomUUID(),
    page: 0,
    boxes: [[100, 100, 300, 130]] as [number, number, number, number][],
    what: '姓名',
    ground: 'denied.thirdPartyRights',
  }
  const made = await timed('the file without a passage', '', () =>
    redactedFile(file, [passage], { title: '纪要', day }),
  )
  console.log(`  of ${(made.length / 2 ** 20).toFixed(1)} MB\n`)
}
