import { longTerm } from './decision-fields.ts'
import type { DecisionField } from './field.ts'

/** A field's value as people read it: the choice's label, a day, an amount without idle noughts. */
export function written(field: DecisionField, value: string): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return labelsOf(field.choices, value).join('、')
    case 'wan':
      return value.replace(/\.?0{1,6}$/, '')
    case 'date':
      return value === longTerm ? '长期' : value
    default:
      return value
  }
}

/** As the national layout writes it: 2026/01/31, six decimals, of choices the code where it is wanted. */
export function writtenForLayout(field: DecisionField, value: string, isCoded = false): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return value
        .split(',')
        .map((id) => {
          const choice = field.choices.find((each) => each.id === id)
          return (isCoded ? choice?.code : undefined) ?? choice?.label ?? id
        })
        .join(';')
    case 'date':
      return value.replaceAll('-', '/')
    default:
      return value
  }
}

const labelsOf = (choices: readonly { readonly id: string; readonly label: string }[], value: string): string[] =>
  value.split(',').map((id) => choices.find((each) => each.id === id)?.label ?? id)
