import type { ReactNode } from 'react'

/** What stands in a form and what is wrong with it, by field. */
export interface Filled {
  readonly texts: Readonly<Record<string, string>>
  readonly problems: ReadonlyMap<string, string>
}

interface FieldProps {
  readonly form: Filled
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  /** What is not marked so must be filled in. */
  readonly optional?: boolean
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'tel' | 'email'
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'text'
  readonly width?: 'short' | 'middle' | 'long'
}

const described = ({ name, hint, form }: FieldProps) =>
  [hint && `${name}-hint`, form.problems.has(name) && `${name}-problem`].filter(Boolean).join(' ') || undefined

function Around({ name, label, hint, optional, form, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={form.problems.has(name) ? 'field wrong' : 'field'}>
      <label htmlFor={name}>
        {label}
        {optional && <span className="optional">（选填）</span>}
      </label>
      <Notes name={name} hint={hint} form={form} />
      {children}
    </div>
  )
}

/** The hint and the problem of a field, to which the field itself points. */
function Notes({ name, hint, form }: Pick<FieldProps, 'name' | 'hint' | 'form'>) {
  const problem = form.problems.get(name)
  return (
    <>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${name}-problem`}>
          <span className="unseen">错误：</span>
          {problem}
        </p>
      )}
    </>
  )
}

export function TextField(props: TextFieldProps) {
  const { form, name, type = 'text', autoComplete = 'off', inputMode, width = 'middle' } = props
  return (
    <Around {...props}>
      <input
        id={name}
        name={name}
        type={type}
        className={width}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={false}
        defaultValue={form.texts[name]}
        aria-describedby={described(props)}
        aria-invalid={form.problems.has(name) || undefined}
      />
    </Around>
  )
}

export function LongTextField({ rows, ...props }: FieldProps & { readonly rows: number }) {
  const { form, name } = props
  return (
    <Around {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        autoComplete="off"
        defaultValue={form.texts[name]}
        aria-describedby={described(props)}
        aria-invalid={form.problems.has(name) || undefined}
      />
    </Around>
  )
}

interface Choice {
  readonly id: string
  readonly label: string
  readonly hint?: string
}

/** One of several, all in view. The first one is where a link to the field leads. */
export function Choices({ choices, ...props }: FieldProps & { readonly choices: readonly Choice[] }) {
  const { form, name, label, hint, optional } = props
  return (
    <fieldset className={form.problems.has(name) ? 'field wrong' : 'field'} aria-describedby={described(props)}>
      <legend>
        {label}
        {optional && <span className="optional">（选填）</span>}
      </legend>
      <Notes name={name} hint={hint} form={form} />
      <div className="choices">
        {choices.map(({ id, label: text, hint: more }, index) => (
          <div key={id} className="choice">
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${id}`}
              name={name}
              value={id}
              defaultChecked={(form.texts[name] ?? '') === id}
            />
            <label htmlFor={index === 0 ? name : `${name}-${id}`}>
              {text}
              {more && <span className="hint">{more}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

export function TickBox({ form, name, label, value }: Omit<FieldProps, 'hint'> & { readonly value: string }) {
  return (
    <div className="choice">
      <input type="checkbox" id={name} name={name} value={value} defaultChecked={form.texts[name] === value} />
      <label htmlFor={name}>{label}</label>
    </div>
  )
}

/** Texts carried on, unseen, so that nothing typed is lost. */
export function Hidden({ texts }: { readonly texts: Readonly<Record<string, string | readonly string[]>> }) {
  return Object.entries(texts).flatMap(([name, value]) =>
    [value].flat().map((text) => <input key={`${name} ${text}`} type="hidden" name={name} value={text} />),
  )
}
