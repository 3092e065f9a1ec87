import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { RouterProvider } from 'react-router/dom'
import { Problem } from './api.ts'
import { nonce } from './nonce.ts'
import { router } from './router.tsx'
import { leaveSession } from './session/signed-out.ts'
import { isStill, theme } from './theme.ts'

dayjs.locale('zh-cn')

/** What pops up belongs to the dialog or page in which it was opened, also for a screen reader. */
const popupHome = (trigger?: HTMLElement) => trigger?.closest<HTMLElement>('[role="dialog"], #content') ?? document.body

/** Whatever is asked after the session ended leads to the sign-in, with nothing typed lost. */
const onError = (error: Error) => {
  if (error instanceof Problem && error.status === 401 && error.code === 'signed_out') leaveSession(client)
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  // Whatever somebody does may pass the turn to them or from them.
  mutationCache: new MutationCache({ onError, onSuccess: () => client.invalidateQueries({ queryKey: ['turns'] }) }),
  defaultOptions: {
    // An act fails at once where the server is not reached: held back, it would be done later by itself, unasked.
    mutations: { networkMode: 'always', retry: false },
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.status === 0,
    },
  },
})

export function App() {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      wave={{ disabled: isStill }}
      getPopupContainer={popupHome}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: true, scrollToFirstError: { block: 'center', focus: true } }}
    >
      <AntApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
