import { crumbsTo, renderPage, type View } from '../page.tsx'
import { receiptHours, waitingHours } from '../requests/limits.ts'
import { aboutAddresses } from './addresses.ts'

const cookies = [
  { name: '显示方式', when: '选择大字显示、高对比度或者繁体字之后', use: '记住所选的显示方式', kept: '一年' },
  {
    name: '未提交的表',
    when: '开始填写申请、意见或者邮件订阅之后',
    use: '只让这个浏览器看到填写的内容',
    kept: '关闭浏览器为止',
  },
  { name: '查询办理进度', when: '输入查询码和查询口令之后', use: '不必在每一页重新输入', kept: '一小时' },
] as const

/** 隐私声明: what the public site keeps of those who read it, write to it and ask; the rest is each organ's own notice. */
export function privacyPage(view: View): string {
  return renderPage({
    view,
    title: '隐私声明',
    crumbs: crumbsTo(view),
    children: (
      <article className="reading">
        <h1>隐私声明</h1>
        <p className="lead">阅读、搜索、下载不需要注册，本网站不统计个人的浏览行为，页面不引用其他网站的内容。</p>
        <Cookies />
        <section aria-labelledby="visits">
          <h2 id="visits">访问记录</h2>
          <p>
            搜索的词不保存。网站的运行单位按照《网络安全法》第二十一条留存访问日志的，日志中有网络地址、时间、访问的公开页面和结果，没有搜索的词和填写的内容；留存的期限由运行单位依法确定。
          </p>
          <p>
            为防止冒充和滥用，提交申请和意见、填写邮件订阅、上传文件、查询进度和答复时，按网络地址计次；填写邮件订阅的，同时按邮箱计次。计次保存的是不能还原成网络地址、邮箱的摘要，两天后清除。提交申请、意见和在查询页面办理事项的，网络地址同时记入受理机关的审计日志，只有审计人员可以查看，不公开。
          </p>
        </section>
        <section aria-labelledby="asking">
          <h2 id="asking">申请政府信息公开时</h2>
          <p>
            填写了还没有提交的内容和文件，加密暂存{waitingHours}
            小时；提交后或者点“清除已填内容”后即删除。回执的页面在提交后
            {receiptHours}小时内可以用同一个浏览器重新打开。
          </p>
          <p>
            提交的申请由受理机关处理。处理什么、为什么、怎样保护、保存多久、您有什么权利，写在各机关“依申请公开”页面的“个人信息怎样处理”一节，见
            <a href={aboutAddresses.map}>网站地图</a>。
          </p>
        </section>
        <section aria-labelledby="speaking">
          <h2 id="speaking">提出疑问、纠错和意见时</h2>
          <p>
            内容和选填的称呼、电话、电子邮箱加密保存，只供受理机关承办的人员答复和统计件数，不公开；不填联系方式的，凭查询码查看答复。
          </p>
          <p>
            需要改正的，填写的内容加密暂存{waitingHours}
            小时，提交后或者点“清除已填内容”后即删除。回执和查到的答复在{receiptHours}
            小时内可以用同一个浏览器重新打开。
          </p>
        </section>
        <section aria-labelledby="subscribing">
          <h2 id="subscribing">用邮件订阅时</h2>
          <p>
            填写的电子邮箱只用来发送确认邮件和所订阅的信息，不公开，不作他用。加密保存，机关的工作人员只看得到订阅的人数，看不到邮箱。
          </p>
          <p>
            填写有误、需要改正的，填写的邮箱加密暂存{waitingHours}
            小时。没有在期限内确认的，到期删除；确认邮件里写明期限。要退订的，点每封邮件里的“退订”，邮箱和订阅的内容随即删除。邮箱多次被对方拒收的，自动退订。
          </p>
        </section>
        <section aria-labelledby="published">
          <h2 id="published">公开的信息中提到的人</h2>
          <p>
            认为公开的信息侵犯您的隐私，或者记录您的内容不准确的，可以向公布机关提出，要求更正（条例第四十一条）；联系方式在该机关每个页面的下方。
          </p>
        </section>
      </article>
    ),
  })
}

function Cookies() {
  return (
    <section aria-labelledby="cookies">
      <h2 id="cookies">Cookie</h2>
      <p>Cookie是浏览器替网站保存的少量数据。只是阅读时，本网站不保存Cookie；下列三种只在需要时保存，脚本不能读取。</p>
      <dl className="rows flush ways">
        {cookies.map(({ name, when, use, kept }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {when}保存，用于{use}。保存期：{kept}。
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
