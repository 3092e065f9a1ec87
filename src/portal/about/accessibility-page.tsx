import { crumbsTo, renderPage, type View } from '../page.tsx'
import { aboutAddresses } from './addresses.ts'

/** 无障碍声明 (无障碍环境建设法 32; GB/T 37668): what was done, what is known to be lacking, and whom to tell. */
export function accessibilityPage(view: View): string {
  return renderPage({
    view,
    title: '无障碍声明',
    crumbs: crumbsTo(view),
    children: (
      <article className="reading">
        <h1>无障碍声明</h1>
        <p className="lead">
          本网站希望每个人都能读到公开的政府信息、提出申请，包括使用读屏软件、只用键盘、需要大字或者高对比度的人。
        </p>
        <section aria-labelledby="done">
          <h2 id="done">已经做到的</h2>
          <ul>
            <li>页面上方的“大字显示”“高对比度”对全站有效，浏览器记住所选的方式。页面放大到200%，文字和功能不丢失。</li>
            <li>全部功能可以只用键盘操作，当前位置有明显的边框；每页开头可以用“跳到正文”越过页首。</li>
            <li>标题、列表、表格、表单都有供读屏软件识别的结构；年度报告的表格逐格标明行、列标题。</li>
            <li>
              阅读、搜索、申请和查询都不依赖脚本，也没有验证码。短时间内提交多件申请或者意见时，浏览器要做一次自动运算，不需要人辨认。
            </li>
            <li>填写有误时，在页首逐条列出并链接到所在的项，已经填写的内容保留。</li>
            <li>年度报告同时提供网页、Word、PDF、Excel和纯文本。</li>
            <li>书写有困难的，可以口头提出申请，由工作人员代为填写（条例第二十九条）。</li>
          </ul>
        </section>
        <section aria-labelledby="lacking">
          <h2 id="lacking">还有不足的</h2>
          <ul>
            <li>
              机关上传的附件和图片由机关制作，其中的扫描件可能不能被读屏软件读出。需要文字版的，请与公布机关联系。
            </li>
            <li>宽的表格在手机上需要左右滑动。</li>
            <li>没有手语、盲文和语音版本。</li>
          </ul>
        </section>
        <section aria-labelledby="measure">
          <h2 id="measure">依据和检查</h2>
          <p>
            页面参照《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T
            37668—2019）制作，用自动检查工具和键盘逐类检查，没有经过第三方认证。
          </p>
        </section>
        <section aria-labelledby="tell">
          <h2 id="tell">遇到困难怎么办</h2>
          <p>
            请与有关机关的政府信息公开工作机构联系，写明网址和遇到的困难；联系方式在该机关每个页面的下方，各机关见
            <a href={aboutAddresses.map}>网站地图</a>。需要的信息可以改用您能使用的方式获取。
          </p>
        </section>
      </article>
    ),
  })
}
