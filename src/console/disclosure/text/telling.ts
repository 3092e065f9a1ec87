/** Signs and cells; to read, compare and keep so much takes longer than the next key should wait. */
export const longSize = 10_000
/** Shorter than the pause between two words. */
export const pauseMs = 250

/** What is typed into: as much of an editor as matters here. */
interface Typed {
  readonly state: { readonly doc: { readonly nodeSize: number } }
}

export interface Telling<Of> {
  /** Something was typed: a short text is told at once, a long one as soon as nobody has typed for a moment. */
  readonly typed: (editor: Of) => void
  /** Whatever comes next, such as saving by Ctrl+S, has to know the text as it stands. */
  readonly now: () => void
}

/** When a text that is being typed is told on. What was told by other ways meanwhile is told again. */
export function tellingOf<Of extends Typed>(tell: (editor: Of) => void): Telling<Of> {
  let waiting: { readonly editor: Of; readonly timer: ReturnType<typeof setTimeout> } | undefined
  const now = () => {
    if (!waiting) return
    const { editor, timer } = waiting
    clearTimeout(timer)
    waiting = undefined
    tell(editor)
  }
  return {
    typed: (editor) => {
      clearTimeout(waiting?.timer)
      waiting = undefined
      if (editor.state.doc.nodeSize < longSize) tell(editor)
      else waiting = { editor, timer: setTimeout(now, pauseMs) }
    },
    now,
  }
}
