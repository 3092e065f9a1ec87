import type { CaseView } from '../../../requests/case-view.ts'
import type { OpinionsReliedOn } from '../../../requests/opinions-relied-on.ts'
import { opinionWords } from '../../words.ts'

/** For those who approve: whom the organ asked about what is withheld, what they said, and whether their reasons were found good. */
export const opinionsLine = (
  { consultations: asked }: Pick<CaseView, 'consultations'>,
  { consultations: chosen, reasonable }: OpinionsReliedOn,
): string =>
  asked
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, label, opinion }) => {
      const said = opinion ? opinionWords[opinion] : '逾期未答复'
      return `${label}（${said}${reasonable.includes(id) ? '，认定理由合理' : ''}）`
    })
    .join('、')
