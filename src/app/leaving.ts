import { mailKind } from '../mail/outbox.ts'
import type { OutboxKind } from '../outbox/kind.ts'
import { composeMail, mailEnded } from './compose-mail.ts'
import type { WorkSetting } from './work-setting.ts'

interface WayOut {
  /** What leaves, in Chinese. */
  readonly title: string
  /** Undefined where this server has no way to send it: it waits. */
  readonly open: (setting: Pick<WorkSetting, 'mail' | 'today' | 'origin'>) => OutboxKind | undefined
}

/** Every way out of the house, by the kind that stands in the outbox. */
export const waysOut: Readonly<Record<string, WayOut>> = {
  mail: {
    title: '邮件',
    open: ({ mail, today, origin }) => mail && mailKind(mail, composeMail(today, origin), mailEnded),
  },
}

export const outboxTitles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(waysOut).map(([kind, { title }]) => [kind, title]),
)
