import type { Setting } from '../organs/settings/setting.ts'
import { defaultTemplate, IndexNumberTemplate } from './index-number.ts'

/** Art. 12. A number that was given is never given anew. */
export const indexNumberTemplate: Setting<string> = {
  id: 'indexNumberTemplate',
  question: '政府信息的索引号按什么式样编排？',
  matter: '主动公开',
  effect: '以后首次公布的信息按新的式样编号；已经编的索引号不变。',
  schema: IndexNumberTemplate,
  preset: defaultTemplate,
  choices: null,
  source: '条例第十二条；式样由各地规定，已编的索引号不变',
  confidence: null,
}

export const disclosureSettings: readonly Setting[] = [indexNumberTemplate]
