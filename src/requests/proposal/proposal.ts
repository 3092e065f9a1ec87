import { z } from 'zod'
import { recordTypes } from '../../disclosure/record-type.ts'
import { typed } from '../typed.ts'

/** Why what was given to one is to be public for all (条例 44). */
export const proposalGrounds = [
  { id: 'askedOften', label: '多个申请人申请公开相同的信息，可以公开（条例44 I）' },
  { id: 'suggested', label: '申请人建议纳入主动公开范围，经审核属于主动公开范围（条例44 II）' },
  { id: 'publicConcern', label: '涉及公众利益调整、需要公众广泛知晓（条例19）' },
] as const
const Ground = z.enum(
  proposalGrounds.map(({ id }) => id),
  '请选择为什么主动公开',
)

const RecordType = z.enum(
  recordTypes.map(({ id }) => id),
  '请选择信息的类型',
)

/** Asked for by the step; `title` and `text` begin the record's draft and name nobody who asked. */
export const ProposePublication = z.strictObject({
  ground: Ground,
  type: RecordType,
  title: typed(200, '请填写信息的标题').min(1, '请填写信息的标题'),
  text: typed(8000, '请写明要公开的内容').min(1, '请写明要公开的内容'),
})
export type ProposePublication = z.infer<typeof ProposePublication>

/** `recordId`: the draft that it became; it goes its own way from then on. */
export const PublicationProposed = z.strictObject({ ground: Ground, title: z.string(), recordId: z.string() })

/** How a proposal stands, as its record does. */
export interface ProposalView {
  readonly title: string
  readonly ground: string
  readonly recordId: string
  /** The latest edition of the record and how it stands; null of one that was discarded. */
  readonly record: { readonly edition: number; readonly label: string } | null
}

export const groundOfProposal = (id: string): string => proposalGrounds.find((each) => each.id === id)?.label ?? id
