import { useQuery } from '@tanstack/react-query'
import { setup } from '../setup/setup-api.ts'
import { Loading } from '../states/loading.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { SignInPage } from './sign-in-page.tsx'

/** The sign-in; in a house where nobody works yet, how the first bureau comes in. */
export function WayIn() {
  const { data, isLoading } = useQuery({ queryKey: ['setup'], queryFn: setup.house })
  if (isLoading) return <Loading />
  return data?.isEmpty ? <EmptyHouse /> : <SignInPage />
}

function EmptyHouse() {
  return (
    <SignInFrame title="还没有开设机关">
      <p className="gap-below">这里还没有机关和账号，不能登录。</p>
      <p className="gap-below">
        请安装本系统的运维人员查看启动开诚的窗口（或者服务日志），把其中“请在浏览器中打开以下地址开设”后面的完整地址复制到浏览器中打开，填写机关和三名管理员的信息。
      </p>
      <p className="quiet">也可以由运维人员在服务器上用 kaicheng setup 命令开设。开设后刷新本页即可登录。</p>
    </SignInFrame>
  )
}
