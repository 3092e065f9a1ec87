import type { Block } from '../text/text.ts'
import { changesBetween } from './changes.ts'
import { type Content, fieldLabels } from './content.ts'
import { bothOf, type Conflict, conflictsIn, mergeTexts } from './merge-texts.ts'
import { recordTypeOf } from './record-type.ts'

/** Whose words count where both changed the same. `both`: theirs, then mine. */
export type Choice = 'mine' | 'theirs' | 'both'

export interface MergedContents {
  readonly conflicts: readonly Conflict[]
  /** What was settled without asking though both changed it, in words. */
  readonly told: readonly string[]
  /** The content with an answer for each conflict, in their order. */
  readonly withChoices: (choices: readonly Choice[]) => Content
}

type Field = Exclude<keyof typeof fieldLabels, 'fields'>
const isField = (name: string): name is Field => Object.hasOwn(fieldLabels, name) && name !== 'fields'
const fields = Object.keys(fieldLabels).filter(isField)
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Two contents that go on from one: what only one of them changed is taken over, what both changed is asked. */
export function mergeContents(base: Content, mine: Content, theirs: Content): MergedContents {
  const { runs, told } = mergeTexts(base.text, mine.text, theirs.text)
  const ofFields = changedBy(fields, (content, field) => content[field], { base, mine, theirs })
  const names = [...new Set([mine, theirs].flatMap((content) => Object.keys(content.fields)))]
  const ofOthers = changedBy(names, (content, name) => content.fields[name] ?? '', { base, mine, theirs })
  const conflicts = [
    ...ofFields.asked.map((field) => ofField(field, mine, theirs)),
    ...ofOthers.asked.map((name) => ofOther(name, mine, theirs)),
    ...conflictsIn(runs),
  ]
  const withChoices = (choices: readonly Choice[]): Content => {
    const others = choices.slice(ofFields.asked.length)
    let at = ofFields.asked.length + ofOthers.asked.length
    const blocks = runs.flatMap((run): readonly Block[] => {
      if (run.kind === 'settled') return run.items
      const choice = choices[at] ?? 'theirs'
      at += 1
      return choice === 'both' ? bothOf(run) : run[choice]
    })
    return {
      ...theirs,
      ...Object.fromEntries(taken(ofFields, choices).map((field) => [field, mine[field]])),
      fields: {
        ...theirs.fields,
        ...Object.fromEntries(taken(ofOthers, others).map((name) => [name, mine.fields[name] ?? ''])),
      },
      text: { type: 'doc', content: [...blocks] },
    }
  }
  return { conflicts, told, withChoices }
}

/** Names of what I alone changed, and of what both changed. */
interface Changed<Name> {
  readonly mine: readonly Name[]
  readonly asked: readonly Name[]
}

function changedBy<Name>(
  names: readonly Name[],
  read: (content: Content, name: Name) => unknown,
  { base, mine, theirs }: { readonly base: Content; readonly mine: Content; readonly theirs: Content },
): Changed<Name> {
  const differs = (one: Content, other: Content) => (name: Name) => !isSame(read(one, name), read(other, name))
  const changed = names.filter(differs(mine, base)).filter(differs(mine, theirs))
  const asked = changed.filter(differs(theirs, base))
  return { mine: changed.filter((name) => !asked.includes(name)), asked }
}

const taken = <Name>({ mine, asked }: Changed<Name>, choices: readonly Choice[]): Name[] => [
  ...mine,
  ...asked.filter((_, at) => choices[at] === 'mine'),
]

/** A field of the type: one value of one line. */
const ofOther = (name: string, mine: Content, theirs: Content): Conflict => ({
  label: otherLabel(theirs, name),
  mine: mine.fields[name] ?? '',
  theirs: theirs.fields[name] ?? '',
  mayKeepBoth: false,
})

const otherLabel = ({ type }: Content, name: string): string =>
  recordTypeOf(type).fields.find(({ id }) => id === name)?.label ?? fieldLabels.fields

/** A field as its changes are told. */
function ofField(field: Field, mine: Content, theirs: Content): Conflict {
  const change = changesBetween(theirs, mine).find(({ place }) => place === field)
  const words = (side: 'added' | 'removed') =>
    (change?.words ?? [])
      .filter(({ kind }) => kind === 'same' || kind === side)
      .map(({ text }) => text)
      .join('')
  return { label: fieldLabels[field], mine: words('added'), theirs: words('removed'), mayKeepBoth: false }
}
