import { z } from 'zod'
import { chineseDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { ComposedMail, MailAbout } from '../mail/compose.ts'
import * as organs from '../organs/store.ts'
import { kindLabel } from './feedback.ts'
import * as store from './store/feedback.ts'

const AnswerAbout = z.object({ kind: z.literal('feedbackAnswered'), feedbackId: z.uuid(), seq: z.int() })

export const aboutAnswer = (feedbackId: string, seq: number): MailAbout & z.infer<typeof AnswerAbout> => ({
  kind: 'feedbackAnswered',
  feedbackId,
  seq,
})

/** The answer as it leaves, to the address that stands sealed with the words; null where none was left. */
export async function answerNow(tx: Tx, organId: number, about: MailAbout): Promise<ComposedMail | null> {
  const { feedbackId, seq } = AnswerAbout.parse(about)
  const { feedback, said } = await store.get(tx, organId, feedbackId)
  const answer = (await store.listEvents(tx, feedback)).find((event) => event.seq === seq)
  if (said.email === '' || answer?.kind !== 'answered') return null
  const { name } = await organs.get(tx, organId)
  const { number, kind, arrivedOn, pageTitle } = feedback
  return {
    to: said.email,
    subject: `${name}的答复（${number}）`,
    body: [
      `您${chineseDate(arrivedOn)}对“${pageTitle}”一页提出的${kindLabel(kind)}（${number}），本机关答复如下：`,
      answer.data.text,
      `${name}\n${chineseDate(answer.happenedOn)}`,
      '此邮件由系统发出，请勿回复。凭回执上的查询码，也可以在网站上查看。',
    ].join('\n\n'),
  }
}
