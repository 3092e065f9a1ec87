import { Refusal } from './refusal.ts'

/** What is refused where readers' feedback is sent or worked on. */
export const feedbackRefusals = {
  unknownFeedback: () => new Refusal('missing', 'unknown_feedback', '没有这条意见，或者它不属于本机关'),
  feedbackClosed: (status: string) =>
    new Refusal('conflict', 'feedback_closed', `这条意见${status}，不能办理此步骤；需要再说明的，可以补充答复`),
  notYourFeedback: (unit: string) =>
    new Refusal(
      'forbidden',
      'not_your_feedback',
      `这条意见由${unit && `${unit}或者`}政府信息公开工作机构的经办人员办理；需要您办理的，请先请他们交办`,
    ),
  feedbackSentOtherwise: () =>
    new Refusal('conflict', 'feedback_sent_otherwise', '这张表已经提交过，之后改动的内容没有提交'),
}
