import type { Block, Text } from './text.ts'

/** To whom a document is addressed; it stands at the edge (GB/T 9704-2012 7.3.3). Undefined where nobody is. */
export function salutationOf({ content: [first] }: Text): Block | undefined {
  const last = first?.type === 'paragraph' ? first.content?.at(-1) : undefined
  return last?.type === 'text' && /[：:]\s*$/.test(last.text) ? first : undefined
}
