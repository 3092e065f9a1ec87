import type { ServiceStanding } from '../../../requests/service/how-service-stands.ts'
import type { ServiceView } from '../../../requests/service/service-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'

const next: Readonly<Partial<Record<ServiceStanding, StepName>>> = {
  unserved: 'serveLetter',
  underway: 'recordService',
  returned: 'serveAgain',
}

/** What is to be done next for a letter to be served; undefined where nothing has to be. */
export const nextOfService = ({ standing }: Pick<ServiceView, 'standing'>): StepName | undefined => next[standing]
