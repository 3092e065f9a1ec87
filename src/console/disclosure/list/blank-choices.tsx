import { recordTypeOf } from '../../../disclosure/record-type.ts'
import { records } from '../records-api.ts'
import type { ChoiceProps } from './choice.ts'
import { typeGroups } from './type-groups.ts'

/** What can be published, by its type: fields, column, checks and clock follow from it. */
export function BlankChoices({ isBusy, onBegin }: ChoiceProps) {
  return (
    <>
      <p className="quiet gap-below">
        选定后按类型给出栏目、要填的内容和发布期限。类型以后不能改。要照着已有的信息写，打开那条信息，用“复制为新稿”。
      </p>
      <div className="type-groups" aria-busy={isBusy}>
        {typeGroups.map(({ label, types }) => (
          <section key={label} aria-label={label}>
            <h2>{label}</h2>
            <ul>
              {types.map(({ type, says }) => (
                <li key={type}>
                  <button type="button" disabled={isBusy} onClick={() => onBegin(() => records.begin(type))}>
                    <strong>{recordTypeOf(type).label}</strong>
                    <span className="why">{says}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
