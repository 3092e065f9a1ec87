import { renderPage, type View } from './page.tsx'

/** Of a server on which no organ has been set up: there is nothing to read, and who can change that is told how. */
export const emptyHousePage = (view: View): string =>
  renderPage({
    view,
    title: '网站尚未启用',
    isSearch: true,
    children: (
      <div className="problem">
        <h1>网站尚未启用</h1>
        <p>本网站还没有开设机关，暂时没有政府信息可以查阅，也不能在这里提出申请。</p>
        <h2>来查阅信息、申请公开的</h2>
        <p>请过些时候再来，或者直接与有关机关的政府信息公开工作机构联系。</p>
        <h2>负责安装本系统的</h2>
        <p>
          请查看启动开诚的窗口（或者服务日志），把其中“请在浏览器中打开以下地址开设”后面的完整地址复制到浏览器中打开，按页面提示开设机关；也可以在服务器上用
          kaicheng setup 命令开设。开设后本页自动换成该机关的网站。
        </p>
      </div>
    ),
  })
