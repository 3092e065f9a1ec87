import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { session } from '../api.ts'
import { forgetAllDrafts, sendOpenTexts } from '../drafts.ts'
import { leaveSession } from './signed-out.ts'

/** Sends what is typed and ends the session; whoever leaves of their own will leaves no drafts behind. */
export function useSignOut() {
  const client = useQueryClient()
  return async () => {
    await sendOpenTexts()
    await session.signOut().catch(() => undefined)
    forgetAllDrafts()
    leaveSession(client, 'own')
  }
}

export function SignOutLink({ children }: { children: ReactNode }) {
  const signOut = useSignOut()
  return (
    <Button type="link" size="small" onClick={signOut}>
      {children}
    </Button>
  )
}
