import { z } from 'zod'
import { chineseDate, PlainDate } from '../../days/plain-date.ts'
import { type ToldActs, told } from '../rows/row-event.ts'

const Amendment = z.object({ amendedOn: PlainDate, amendedBy: z.string() })
const amendment = ({ amendedOn, amendedBy }: z.infer<typeof Amendment>) => `${chineseDate(amendedOn)}由${amendedBy}修改`

/** What is done with a document of the register, in words. */
export const toldOfDocuments: ToldActs = {
  'document.entered': told('补登', z.unknown(), () => ''),
  'document.changed': told('修改登记', z.unknown(), () => ''),
  'document.repealed': told(
    '登记废止',
    z.object({ repealedOn: PlainDate, by: z.string() }),
    ({ repealedOn, by }) => `自${chineseDate(repealedOn)}起废止，依据：${by}`,
  ),
  'document.lapsed': told(
    '宣布失效',
    z.object({ from: PlainDate.nullable(), to: PlainDate, by: z.string() }),
    ({ from, to, by }) =>
      `有效期至${chineseDate(to)}（${from === null ? '原未规定有效期' : `原至${chineseDate(from)}`}），依据：${by}`,
  ),
  'document.amended': told('登记文件修改', Amendment, amendment),
  'document.amendmentRemoved': told('取消登记的修改', Amendment, amendment),
}
