import { createTransport } from 'nodemailer'
import { TurnedDown, Unreachable } from '../outbox/kind.ts'

export interface OutgoingMail {
  /** Stable: a mail that is sent again is recognised as the same. */
  readonly id: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  readonly queuedAt: Date
  readonly fromName?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface MailTransport {
  /** Throws `TurnedDown` or `Unreachable`; `AddressRefused` where the server takes no mail for this address. */
  readonly send: (mail: OutgoingMail) => Promise<void>
  readonly close: () => void
}

/** Far shorter together than a sending may take. */
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 }
const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** Mail by SMTP, from `KAICHENG_SMTP_URL` and `KAICHENG_MAIL_FROM`; undefined when neither is set: mails wait in the queue. */
export function transportFrom(env: NodeJS.ProcessEnv = process.env): MailTransport | undefined {
  const { KAICHENG_SMTP_URL: url = '', KAICHENG_MAIL_FROM: from = '' } = env
  if (!url && !from) return undefined
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error('KAICHENG_SMTP_URL 不是邮件服务器地址，写法为 smtps://用户名:密码@smtp.shili.gov.cn:465')
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(from))
    throw new Error('KAICHENG_MAIL_FROM 不是一个邮箱地址，写法为 xxgk@shili.gov.cn')
  return openTransport(new URL(url), from)
}

function openTransport(url: URL, from: string): MailTransport {
  const transport = createTransport({
    url: url.href,
    ...timeouts,
    // A password never goes over the net in clear.
    requireTLS: url.protocol === 'smtp:' && url.username !== '' && !loopback.includes(url.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.slice(from.indexOf('@') + 1)
  return {
    send: async ({ id, toAddress, subject, body, queuedAt, fromName = '', headers = {} }) => {
      try {
        await transport.sendMail({
          from: { name: fromName, address: from },
          to: { name: '', address: toAddress },
          envelope: { from, to: [toAddress] },
          subject,
          text: body,
          date: queuedAt,
          messageId: `<${id}@${domain}>`,
          headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw verdict(error)
      }
    },
    close: () => transport.close(),
  }
}

/** Nobody is there under this address, as against what is said to it or who says it. */
export class AddressRefused extends TurnedDown {}

interface OfServer extends Error {
  readonly code?: string
  /** Of SMTP, to which it has answered. */
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

/** What the server answered about this mail, as against not being there or not letting us in. Its words may name the address; its numbers do not. */
function verdict(cause: unknown): Error {
  if (!(cause instanceof Error)) return new Unreachable(cause)
  const { code, command, responseCode, response }: OfServer = cause
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return new Unreachable(cause)
  const [enhanced] = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(response ?? '') ?? []
  const numbers = [responseCode, enhanced].filter(Boolean).join(' ')
  const forGood = (responseCode ?? 500) >= 500
  const Verdict = forGood && command === 'RCPT TO' ? AddressRefused : TurnedDown
  return new Verdict(`邮件服务器没有接收${numbers && `（${numbers}）`}`, { forGood, cause })
}
