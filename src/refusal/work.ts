import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, field?: string) =>
  new Refusal('conflict', code, message, undefined, field)
const invalid = (code: string, message: string, field?: string) =>
  new Refusal('invalid', code, message, undefined, field)

/** What is refused of the work on a request inside the organ. */
export const workRefusals = {
  nothingOffered: () => conflict('nothing_offered', '没有等待接收的交办'),
  offeredToOthers: (unit: string) =>
    new Refusal('forbidden', 'offered_to_others', `已交${unit}，由该科室的负责人或者经办人员接收、退回`),
  betterUnitIsOwn: () =>
    invalid('better_unit_is_own', '退回的科室不能同时是应当承办的科室，请另选或者不填', 'betterUnitId'),
  noCoHandling: () => conflict('no_co_handling', '没有等待提出的协办意见'),
  coHandlingOfOthers: (units: string) =>
    new Refusal('forbidden', 'co_handling_of_others', `等待${units}的协办意见，由该科室的负责人或者经办人员提出`),
  coHandlingOfOwnUnit: () => invalid('co_handling_of_own_unit', '承办科室自己的意见不用协办，请选其他科室', 'unitId'),
  coHandlingOpen: (unit: string) =>
    conflict('co_handling_open', `已经请${unit}协办，意见还没有提出；要改问的，请先收回原来的协办请求`, 'unitId'),
  coHandlingAwaited: (units: string) =>
    conflict('co_handling_awaited', `须等${units}的协办意见才能拟答复；不再等的，请先办理“收回协办请求”`),
  unknownCoHandling: () => invalid('unknown_co_handling', '请选择等待意见的协办请求', 'asked'),
  unknownColleague: () =>
    invalid('unknown_colleague', '点名的同事中有人已经停用或者不办理政府信息公开业务，请重新选择', 'to'),
  proposalTellsApplicant: (what: string, field: string) =>
    invalid('proposal_tells_applicant', `写有申请人一方的${what}；公开的信息不能让人知道谁申请过，请删去`, field),
  nothingToPublish: () => new Refusal('conflict', 'nothing_to_publish', '答复没有提供信息，不能由此提出主动公开'),
  toldApplicant: (what: string, field: string) =>
    invalid('told_applicant', `写有申请人一方的${what}；承办科室以外的同事看得到这段文字，请改为“申请人”等说法`, field),
  noNoteToRead: () => conflict('no_note_to_read', '没有等您阅看的备注'),
  noSuchNumber: () => invalid('no_such_number', '没有这个编号的申请，请核对', 'number'),
  notYoursToLink: () =>
    new Refusal(
      'forbidden',
      'not_yours_to_link',
      '那一件由其他科室承办，您不能查看申请人是谁，请由那一件的承办科室或者政府信息公开工作机构关联',
      undefined,
      'number',
    ),
  linkToItself: () => invalid('link_to_itself', '不能与本件自己关联', 'number'),
  linkedAlready: () => conflict('linked_already', '这两件已经关联', 'number'),
  notLinked: () => conflict('not_linked', '没有关联的申请'),
} as const
