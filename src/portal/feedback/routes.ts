import type { FastifyInstance } from 'fastify'
import { readForms } from '../requests/public-forms.ts'
import { answerRoutes } from './answer-routes.ts'
import { type FormOptions, formRoutes } from './form-routes.ts'
import { receiptRoute } from './receipt-route.ts'

/** What readers say of a page: the form, its receipt, and the answer under its code. */
export async function publicFeedbackRoutes(app: FastifyInstance, options: FormOptions): Promise<void> {
  await readForms(app, options.portal)
  formRoutes(app, options)
  receiptRoute(app, options)
  answerRoutes(app, options.portal)
}
