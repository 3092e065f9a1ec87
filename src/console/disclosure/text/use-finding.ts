import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { type Hit, hitBefore, hitFrom, hitsIn, replacing, seeking, select, selectedHit, soughtIn } from './find.ts'

/** What is sought in the text, how often it was found, and what can be done with it. Shut, nothing is sought any more. */
export function useFinding(editor: Editor) {
  const [replaced, setReplaced] = useState<{ readonly count: number; readonly doc: Editor['state']['doc'] }>()
  const { sought, hits, at, doc } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const found = hitsIn(state.doc, soughtIn(state))
      return { sought: soughtIn(state), hits: found, at: selectedHit(found, state), doc: state.doc }
    },
  })
  const goTo = (found: readonly Hit[], place: number, choose: typeof hitFrom) => {
    setReplaced(undefined)
    const hit = found[choose(found, place)]
    if (hit) select(editor.view, hit)
  }
  const seek = (words: string) => {
    editor.view.dispatch(seeking(editor.state, words))
    goTo(hitsIn(editor.state.doc, words), editor.state.selection.from, hitFrom)
  }
  const next = () => goTo(hits, editor.state.selection.to, hitFrom)
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(seeking(editor.state, ''))
    },
    [editor],
  )
  return {
    sought,
    isFound: hits.length > 0,
    told: replaced?.doc === doc ? `已替换${replaced.count}处，可以撤销` : countWords(sought, hits.length, at),
    seek,
    /** Words that are selected within one paragraph are sought. */
    seekSelected: () => {
      const { from, to } = editor.state.selection
      const selected = editor.state.doc.textBetween(from, to, '\n')
      if (selected !== '' && !selected.includes('\n')) seek(selected)
    },
    next,
    previous: () => goTo(hits, editor.state.selection.from, hitBefore),
    replaceOne: (words: string) => {
      const hit = hits[at]
      if (!hit) return next()
      editor.view.dispatch(replacing(editor.state, [hit], words))
      goTo(hitsIn(editor.state.doc, sought), hit.from + words.length, hitFrom)
    },
    replaceAll: (words: string) => {
      editor.view.dispatch(replacing(editor.state, hits, words))
      setReplaced({ count: hits.length, doc: editor.state.doc })
    },
  }
}

const countWords = (sought: string, count: number, at: number): string =>
  sought === '' ? '' : count === 0 ? '没有找到' : at < 0 ? `共${count}处` : `第${at + 1}处，共${count}处`
