import type { FormInstance } from 'antd'
import { proposedFor } from '../../organs/setup/questions.ts'
import type { Typed } from './typed.ts'

/** Writes what most bureaus answer into fields that are still empty. */
export function propose(form: FormInstance<Typed>): void {
  for (const id of ['ogiWorkBody', 'unit'] as const) {
    const { setUp } = form.getFieldsValue(true)
    if (setUp[id] === '') form.setFieldValue(['setUp', id], proposedFor(id, setUp) ?? '')
  }
}
