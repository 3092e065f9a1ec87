/** What fields of a form show on the screen, while a web page is read: a list its chosen entry, a box what was typed. */
export interface FormFields {
  /** An element begins. True of parts of a list, which are no text of the page. */
  readonly begin: (name: string, attributes: Readonly<Record<string, string>>) => boolean
  /** Takes text that stands within a list or a box; false where none is open. */
  readonly take: (part: string) => boolean
  /** An element ends; whatever must end before it ends too. */
  readonly end: (name: string) => void
}

interface Entry {
  readonly label: string | null
  readonly isChosen: boolean
  readonly isDisabled: boolean
  text: string
}

interface OpenField {
  readonly kind: 'select' | 'textarea'
  readonly attributes: Readonly<Record<string, string>>
  readonly entries: Entry[]
  text: string
}

/** Fields that show no text of their own, or text that is no value: what a button is called. */
const withoutText = new Set('hidden checkbox radio password file submit reset button image range color'.split(' '))
/** Browsers end a list that was left open before these. */
const endsList = new Set('td th tr table tbody thead tfoot input textarea select'.split(' '))

/** `show` prints text as the page does; `hint` what stands in an empty field, which is no value. */
export function formFields(show: (text: string) => void, hint: (text: string) => void): FormFields {
  let open: OpenField | null = null
  const close = () => {
    const field = open
    open = null
    if (field?.kind === 'select') show(` ${shownOf(field)} `)
    else if (field?.text.trim()) show(field.text)
    else if (field?.attributes.placeholder) hint(field.attributes.placeholder)
  }
  return {
    begin(name, attributes) {
      if (open && endsList.has(name)) close()
      if (name === 'select' || name === 'textarea') open = { kind: name, attributes, entries: [], text: '' }
      else if (name === 'input') {
        const value = inputText(attributes)
        if (value !== '') show(value)
        else if (attributes.placeholder && !withoutText.has(typeOf(attributes))) hint(attributes.placeholder)
      } else if (open && name === 'option') open.entries.push(entryOf(attributes))
      return open !== null
    },
    take(part) {
      if (!open) return false
      const entry = open.entries.at(-1)
      if (open.kind === 'textarea') open.text += part
      else if (entry) entry.text += part
      return true
    },
    end(name) {
      if (open && (name === open.kind || (name !== 'option' && endsList.has(name)))) close()
    },
  }
}

const entryOf = (attributes: Readonly<Record<string, string>>): Entry => ({
  label: attributes.label || null,
  isChosen: 'selected' in attributes,
  isDisabled: 'disabled' in attributes,
  text: '',
})

/** A closed list shows one entry: the last that is chosen, or the first that may be. One that stands open shows all: none is the value. */
function shownOf({ attributes, entries }: OpenField): string {
  const textOf = ({ label, text }: Entry) => label ?? text
  if ('multiple' in attributes || Number.parseInt(attributes.size ?? '1', 10) > 1)
    return entries.length === 0 ? '' : `列表框：${entries.map(textOf).join('、')}`
  const chosen = entries.findLast(({ isChosen }) => isChosen) ?? entries.find(({ isDisabled }) => !isDisabled)
  return chosen ? textOf(chosen) : ''
}

const typeOf = ({ type = 'text' }: Readonly<Record<string, string>>): string => type.trim().toLowerCase()

/** Browsers show nothing in a field of numbers whose value is none. */
function inputText(attributes: Readonly<Record<string, string>>): string {
  const { value = '' } = attributes
  const type = typeOf(attributes)
  if (withoutText.has(type)) return ''
  return type === 'number' && !/^-?\d*\.?\d+(?:e[+-]?\d+)?$/i.test(value) ? '' : value
}
