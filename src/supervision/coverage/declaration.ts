import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { line, required } from '../../organs/text.ts'

/** An item of art. 20 by its number, or a matter of art. 21 by its words. */
export interface Matter {
  readonly item: number | null
  readonly matter: string | null
}

/** 本机关无此项, as it stands. */
export interface Declaration extends Matter {
  readonly id: string
  readonly reason: string
  readonly declaredOn: PlainDate
  readonly declaredByName: string | null
  /** The day on which the organ looks again. */
  readonly reviewOn: PlainDate
}

/** The same as the public reads it. */
export interface DeclaredAbsence {
  readonly label: string
  readonly item: number | null
  readonly matter: string | null
  readonly reason: string
  readonly reviewOn: PlainDate
}

const withoutStop = (text: string): string => text.replace(/[。；，.;,\s]+$/, '')

export const NewDeclaration = z
  .strictObject({
    item: z.int().min(1).max(15).nullable(),
    matter: line(40).nullable(),
    reason: line(300)
      .transform(withoutStop)
      .refine((text) => text !== '', '请填写理由：为什么本机关没有这一项'),
    reviewOn: PlainDate,
  })
  .refine(({ item, matter }) => (item === null) !== (matter === null), '请选择一项')
export type NewDeclaration = z.infer<typeof NewDeclaration>

export const EndOfDeclaration = z.strictObject({ reason: required('请填写撤销声明的理由', 300) })
