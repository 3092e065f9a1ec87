import type { Organ } from '../../organs/organ.ts'
import { type Display, isHighContrast, isLarge } from '../display.ts'
import { addresses } from '../site.ts'
import { Hidden } from './fields.tsx'

/** What a form may be sent for, beside its next step: each keeps what is typed. */
export const detours = ['wish', 'size', 'contrast'] as const
export type Detour = (typeof detours)[number]

/**
 * The head of a form whose texts are kept. Its first button is the one that Enter presses in a field, so the next step stands
 * there unseen before those that change the display.
 */
export function FormHead({ display, next }: { readonly display: Display; readonly next: string }) {
  return (
    <div className="display-form">
      <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
        {next}
      </button>
      <button type="submit" className="small-button" name="to" value="size" aria-pressed={isLarge(display)}>
        大字显示
      </button>
      <button type="submit" className="small-button" name="to" value="contrast" aria-pressed={isHighContrast(display)}>
        高对比度
      </button>
    </div>
  )
}

/** How long the typed is kept, and how to end that: others sit down at a public computer afterwards. */
export function EndOfDraft({ organ, draftKey }: { readonly organ: Organ; readonly draftKey: string }) {
  return (
    <section className="before-sending" aria-label="暂存的内容">
      <p>
        为防止内容丢失，点击下一步后，填写的内容和上传的文件加密暂存24小时，只有这个浏览器能够打开，提交后即清除。在公用电脑上填写的，离开前请清除；这里只清除这一张表，在本机关填写的其他申请请在各自的页面清除。
      </p>
      <form method="post" action={`${addresses.ask(organ)}/clear`}>
        <Hidden texts={{ key: draftKey }} />
        <p className="actions">
          <button type="submit" className="button secondary">
            清除已填内容
          </button>
        </p>
      </form>
    </section>
  )
}
