import { chineseDate } from '../../../days/plain-date.ts'
import type { SealCheck } from '../../../seals/seal.ts'

const chains: Readonly<Record<SealCheck['chain'], string>> = {
  selfIssued: '证书由持有人自己签发，没有颁发机构',
  whole: '文件中带有到根证书为止的全部颁发机构证书',
  open: '文件中没有带全颁发机构的证书',
}

export interface SealSentences {
  readonly isGood: boolean
  readonly sentences: readonly string[]
}

/** What a check of a seal has found, in sentences; what it cannot say is said too. */
export function sealSentences(check: SealCheck | 'none' | 'broken'): SealSentences {
  if (check === 'none') return { isGood: false, sentences: ['这份PDF没有电子签章'] }
  if (check === 'broken') return { isGood: false, sentences: ['电子签章已经损坏，不能验证；请与留存的原件核对'] }
  const { facts, at, isIntact, wasValid, chain } = check
  const { name, issuer, algorithm, validFrom, validTo } = facts
  return {
    isGood: isIntact && wasValid,
    sentences: [
      isIntact ? '签章完好，签章后文件没有改动' : '签章后文件有改动，不能作为原件使用',
      `签章单位：${name}；签章时间：${at}`,
      `证书${wasValid ? '签章时在有效期内' : '签章时不在有效期内'}（${chineseDate(validFrom)}至${chineseDate(validTo)}），${algorithm}`,
      `颁发机构：${issuer}。${chains[chain]}；本系统不判断颁发机构是否可信，请自行核对。`,
    ],
  }
}
