import type { Organ } from '../../organs/organ.ts'

/** 个人信息保护法 17, 30, 35: who handles what, why, how and how long, and what the person may ask for. No consent is needed. */
export function PrivacyNotice({ organ }: { organ: Organ }) {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">个人信息怎样处理</h2>
      <dl className="rows flush ways">
        <div>
          <dt>谁处理</dt>
          <dd>
            {organ.name}。联系方式见<a href="#ways">受理机构</a>。
          </dd>
        </div>
        <div>
          <dt>处理什么、为什么</dt>
          <dd>
            姓名或者名称、身份证件号码和影像、联系方式、申请内容，只用于登记、办理、答复、送达和归档您的申请。这是履行《政府信息公开条例》第二十九条规定的法定职责所必需（《个人信息保护法》第十三条第三项），不需要另行同意；身份证件信息属于敏感个人信息，没有它本机关无法核实申请人身份。
          </dd>
        </div>
        <div>
          <dt>怎样保护</dt>
          <dd>
            身份、联系方式和上传的文件加密保存在境内，办理中遮盖显示，查看要写明理由并留下记录。不会公开；需要征求第三方意见时，不向第三方提供您的身份和联系方式。
          </dd>
        </div>
        <div>
          <dt>保存多久</dt>
          <dd>
            办理期间，以及办结后按照档案管理规定确定的保管期限。填写了还没有提交的内容和文件，加密暂存24小时，提交后或者点“清除已填内容”后即删除。
          </dd>
        </div>
        <div>
          <dt>您的权利</dt>
          <dd>
            您可以向本机关要求查阅、复制、更正您的个人信息，对处理规则要求解释说明；认为处理不当的，可以向网信部门等履行个人信息保护职责的部门投诉。
          </dd>
        </div>
      </dl>
    </section>
  )
}
