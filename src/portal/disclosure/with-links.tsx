import { piecesOf } from '../../disclosure/cited.ts'
import type { NamedRecord } from '../../disclosure/store/replaced.ts'
import type { Organ } from '../../organs/organ.ts'
import { each } from '../each.ts'
import { addresses } from '../site.ts'

interface Props {
  readonly words: string
  readonly organ: Organ
  readonly named: readonly NamedRecord[]
}

/** The words of a reason, leading to the documents that they name. */
export function WithLinks({ words, organ, named }: Props) {
  return each(piecesOf(words, named, organ.name), ({ text, named: record }) =>
    record ? <a href={addresses.record(organ, record.number)}>{text}</a> : text,
  )
}
