import type { FormInstance } from 'antd'
import type { Refusal } from '../../refusal.ts'
import { Problem } from '../api.ts'
import { isBlank } from './is-blank.ts'
import { isTyped } from './typed-day.ts'

/** Where something stands on a form. */
export type Path = (string | number)[]
type AnyForm = Pick<FormInstance, 'setFields' | 'scrollToField' | 'getFieldInstance' | 'getFieldValue'>

const pathOf = (text: string): Path =>
  text
    .split('.')
    .filter((part) => part !== 'input')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** Fields that are one control on the screen although they are lists or objects in the input. */
const wholes = ['pieces', 'fileIds', 'to']

/** Which of several it is, as they stand on the screen: those without words are not sent. */
function placeAmong(rows: unknown, index: number): string {
  if (!Array.isArray(rows)) return `第${index + 1}件：`
  const sent = rows.flatMap((row, at) => (isBlank(row) ? [] : [at]))
  return rows.length === 1 ? '' : `第${(sent[index] ?? index) + 1}件：`
}

function show(form: AnyForm, errors: readonly { readonly path: Path; readonly message: string }[]): void {
  const shown = errors.map(({ path, message }) => {
    const isWhole = wholes.includes(String(path[0]))
    const name = isWhole ? path.slice(0, 1) : path
    const place = isWhole && typeof path[1] === 'number' ? placeAmong(form.getFieldValue(name), path[1]) : ''
    return { name, errors: [`${place}${message}`] }
  })
  form.setFields(shown)
  const first = shown[0]
  if (first) form.scrollToField(first.name, { block: 'center', focus: true })
}

/** Puts what the server found wrong at the fields that it names, or at those of the form that stand for them. */
export function showFieldErrors(form: AnyForm, error: Error, fieldOf = (path: Path): Path => path): void {
  if (!(error instanceof Problem)) return
  show(
    form,
    Object.entries(error.fields).map(([path, message]) => ({ path: fieldOf(pathOf(path)), message })),
  )
}

/** A path of a schema as a path on a form. */
export const plainPath = (parts: readonly PropertyKey[]): Path =>
  parts.map((part) => (typeof part === 'number' ? part : String(part)))

export interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly input?: unknown
}

/** What the server would refuse, at its field. */
export const asIssue = ({ field = '', message }: Pick<Refusal, 'field' | 'message'>): Issue => ({
  path: pathOf(field),
  message,
})

/** What was typed and cannot be taken, which its field itself tells; nobody is asked for what they have typed. */
const mend = '请按提示改正'

/** Puts the issues that a schema found at the fields; what it has no words of its own for is asked for plainly. */
export function showIssues(form: AnyForm, issues: readonly Issue[]): void {
  show(
    form,
    issues.map(({ path: parts, message }) => {
      const path = plainPath(parts)
      if (isTyped(form.getFieldValue(path))) return { path, message: mend }
      return { path, message: /^Invalid/.test(message) ? '请填写此项' : message }
    }),
  )
}

/** What is typed anew is no longer wrong until it is checked again. */
export function clearErrors(form: AnyForm, changed: object): void {
  form.setFields(pathsIn(changed).map((name) => ({ name, errors: [] })))
}

const pathsIn = (value: unknown, above: Path = []): Path[] => {
  const isPart = typeof value === 'object' && value !== null && !('format' in value)
  if (!isPart || (above.length > 0 && wholes.includes(String(above[0])))) return [above]
  const part = (name: string) => (Array.isArray(value) ? Number(name) : name)
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...above, part(name)]))
}
