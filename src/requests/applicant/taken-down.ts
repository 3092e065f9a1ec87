import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { emailProblem, phoneProblem } from '../../people/contact.ts'
import { creditCodeProblem } from '../../people/credit-code.ts'
import { nameProblem, textProblem, tidyLine, tidyName, tidyNumber, tidySigns } from '../../people/tidy-text.ts'
import { Agent, Applicant } from '../applicant.ts'
import { identityProblem } from './identity.ts'

const line = z.string().max(200, '不超过200个字').overwrite(tidyLine)
const name = z.string().max(200, '不超过200个字').overwrite(tidyName)
const number = z.string().max(100, '不超过100个字').overwrite(tidyNumber)
const signs = z.string().max(100, '不超过100个字').overwrite(tidySigns)

const TakenAgent = Agent.extend({ name, identityNumber: number, phone: signs })

/** Who asks, as a clerk takes it down: tidied like the public form, but what a letter leaves out may stay empty. */
export const TakenDown = Applicant.extend({
  name,
  legalRepresentative: name,
  contactName: name,
  address: line,
  identityNumber: number,
  creditCode: number,
  phone: signs,
  postcode: signs,
  email: line,
  agent: TakenAgent.nullable(),
})

type Found = readonly [path: readonly string[], message: string]

/** What is wrong at which field. A missing proof of identity is no ground to refuse: it is asked for as a supplement (art. 30). */
export function takenDownProblems(applicant: Applicant, today: PlainDate): Found[] {
  const { kind, name, identityKind, identityNumber, creditCode, phone, email, agent } = applicant
  const isPerson = kind === 'naturalPerson'
  const checks: [readonly string[], string, (text: string) => string | undefined][] = [
    [['name'], name, (text) => nameProblem(text, isPerson ? 50 : 100)],
    [
      ['identityNumber'],
      isPerson ? identityNumber : '',
      (text) => identityProblem(identityKind ?? 'other', text, today),
    ],
    [['creditCode'], isPerson ? '' : creditCode, creditCodeProblem],
    [['phone'], phone, phoneProblem],
    [['email'], email, emailProblem],
    [['address'], applicant.address, textProblem],
    [['legalRepresentative'], applicant.legalRepresentative, nameProblem],
    [['contactName'], applicant.contactName, nameProblem],
    [['agent', 'name'], agent?.name ?? '', nameProblem],
    [
      ['agent', 'identityNumber'],
      agent?.identityNumber ?? '',
      (text) => identityProblem(agent?.identityKind ?? 'other', text, today),
    ],
    [['agent', 'phone'], agent?.phone ?? '', phoneProblem],
  ]
  const wrong = checks.flatMap(([path, text, check]): Found[] => {
    const message = text === '' ? undefined : check(text)
    return message ? [[path, message]] : []
  })
  return name === '' ? [[['name'], '请填写姓名或者名称'], ...wrong] : wrong
}
