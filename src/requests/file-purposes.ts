import { filePurposes } from './intake.ts'

const known: readonly { readonly id: string; readonly label: string }[] = [
  ...filePurposes,
  { id: 'evidence', label: '确认、送达等凭证' },
  { id: 'answer', label: '提供的信息' },
  { id: 'formerAnswer', label: '曾拟提供，没有提供' },
  { id: 'letter', label: '文书' },
]

/** What a file of a request is, in words. */
export const filePurposeLabel = (id: string): string => known.find((purpose) => purpose.id === id)?.label ?? id
