import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { CertificateFacts } from '../../seals/seal.ts'

/** The certificate with which an organ seals its letters, as its administrator sees it. */
export interface SealView {
  readonly certificate:
    | (Omit<CertificateFacts, 'fingerprint'> & {
        readonly addedOn: PlainDate
        readonly addedName: string
        /** Days until it runs out; negative: it has. */
        readonly leftDays: number
      })
    | null
}

const largest = 100_000

/** The file of a certificate, in base64, with the passphrase that opens it. */
export const NewCertificate = z.strictObject({
  file: z
    .base64('请选择证书文件（.p12或者.pfx）')
    .min(1, '请选择证书文件（.p12或者.pfx）')
    .max(largest, '证书文件太大，请核对是不是.p12或者.pfx文件'),
  passphrase: z.string().max(200, '密码不超过200个字'),
})
export type NewCertificate = z.infer<typeof NewCertificate>
