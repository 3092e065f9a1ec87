import { opposes } from '../../../requests/consulted.ts'
import type { Consultation } from '../../../requests/fold-consultations.ts'
import { type OpinionsReliedOn, protectsThirdParty } from '../../../requests/opinions-relied-on.ts'

interface Typed {
  readonly consultations?: readonly number[] | undefined
  readonly reasonable?: readonly number[] | undefined
}

/** Of what stands in the fields only what is still asked: nothing under another ground, no reasons of whom nobody chose. */
export function opinionsSaid(
  ground: string | undefined,
  { consultations: chosen = [], reasonable = [] }: Typed,
  asked: readonly Pick<Consultation, 'id' | 'opinion'>[],
): { [Field in keyof OpinionsReliedOn]: number[] } {
  if (!protectsThirdParty(ground)) return { consultations: [], reasonable: [] }
  const objects = (id: number) => asked.some((each) => each.id === id && opposes(each))
  return { consultations: [...chosen], reasonable: reasonable.filter((id) => chosen.includes(id) && objects(id)) }
}
