import type { Organ } from '../organs/organ.ts'

const kinds = { government: '人民政府', department: '政府部门', township: '乡镇、街道' } as const satisfies Record<
  Organ['kind'],
  string
>

/** The organs by their kind, 人民政府 first; no kind that none is of. */
export const byKind = (organs: readonly Organ[]): { readonly label: string; readonly members: readonly Organ[] }[] =>
  Object.entries(kinds).flatMap(([kind, label]) => {
    const members = organs.filter((organ) => organ.kind === kind)
    return members.length > 0 ? [{ label, members }] : []
  })

interface Props {
  readonly organs: readonly Organ[]
  readonly pathOf: (organ: Organ) => string
  /** What is said under its name. */
  readonly about?: (organ: Organ) => string
}

/** Every organ to choose from. */
export function OrganCards({ organs, pathOf, about }: Props) {
  return byKind(organs).map(({ label, members }) => (
    <section key={label}>
      <h3>{label}</h3>
      <ul className="cards">
        {members.map((organ) => (
          <li key={organ.id} className="whole-row">
            <a href={pathOf(organ)}>{organ.name}</a>
            {about && <span>{about(organ)}</span>}
          </li>
        ))}
      </ul>
    </section>
  ))
}
