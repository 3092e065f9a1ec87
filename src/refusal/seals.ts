import { Refusal } from './refusal.ts'

const shut = {
  unreadable: '这不是证书文件，或者文件已经损坏，请选择电子认证机构提供的.p12或者.pfx文件',
  passphrase: '密码不对，请核对后重新填写',
  outdated: '证书文件的加密方式已经淘汰，不能读取，请用浏览器或者电子认证机构的工具重新导出（选用AES或者三重DES）',
  noKey: '文件中没有私钥，或者私钥与证书不是一对，请重新导出，并选择“包含私钥”',
} as const

/** What is refused of an organ's certificate and of the seals of its letters. */
export const sealRefusals = {
  certificateShut: (reason: keyof typeof shut) =>
    new Refusal(
      'invalid',
      'certificate_shut',
      shut[reason],
      undefined,
      reason === 'passphrase' ? 'passphrase' : 'file',
    ),
  certificateKind: () =>
    new Refusal(
      'invalid',
      'certificate_kind',
      '不能用这张证书签章：须为RSA（2048位及以上）或者ECDSA（P-256、P-384、P-521）证书；国密SM2证书目前不支持，文书请打印后加盖印章',
      undefined,
      'file',
    ),
  certificateNotInForce: (from: string, to: string) =>
    new Refusal(
      'invalid',
      'certificate_not_in_force',
      `证书今天不在有效期内（${from}至${to}），请换用有效的证书`,
      undefined,
      'file',
    ),
  sealedInPdf: () => new Refusal('conflict', 'sealed_in_pdf', '这份文书已有电子签章，不用再登记加盖印章'),
}
