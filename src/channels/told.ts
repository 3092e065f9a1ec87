import { z } from 'zod'
import { chineseDate, PlainDate } from '../days/plain-date.ts'
import { type ToldActs, told } from '../ledgers/rows/row-event.ts'

/** What is done with a channel, and with what stands on it, in words. */
export const toldOfChannels: ToldActs = {
  'channel.opened': told('登记渠道', z.unknown(), () => ''),
}
export const toldOfPublications: ToldActs = {
  'publication.tickedOff': told('登记到其他渠道', z.unknown(), () => ''),
  'publication.takenDown': told(
    '登记从其他渠道撤下',
    z.object({ withdrawnOn: PlainDate }),
    ({ withdrawnOn }) => `${chineseDate(withdrawnOn)}撤下`,
  ),
  'publication.originality': told(
    '核对原创、转载',
    z.object({ reason: z.string() }),
    ({ reason }) => `理由：${reason}`,
  ),
}
