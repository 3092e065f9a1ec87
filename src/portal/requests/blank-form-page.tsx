import type { Organ } from '../../organs/organ.ts'
import { organisationKinds } from '../../requests/applicant/applicant-class.ts'
import { formsWanted, routesWanted } from '../../requests/applicant/wanted.ts'
import { identityKinds } from '../../requests/applicant.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'

const Boxes = ({ name, labels }: { readonly name: string; readonly labels: readonly string[] }) => (
  <>
    {name}：
    {labels.map((label) => (
      <span key={label} className="box">
        □ {label}
      </span>
    ))}
  </>
)

const labelsOf = (choices: readonly { readonly label: string }[]) =>
  choices.map(({ label }) => label.split('（')[0] ?? label)

/** What art. 29 demands of whoever asks, line by line. */
const rowsOfApplicant = [
  ['公民', [`姓名：`, <Boxes key="kind" name="证件类型" labels={labelsOf(identityKinds)} />, '证件号码：']],
  [
    '法人或者其他组织',
    [
      '名称：',
      <Boxes key="kind" name="类别" labels={labelsOf(organisationKinds)} />,
      '统一社会信用代码：',
      '法定代表人（负责人）：',
      '联系人：',
    ],
  ],
  ['联系方式', ['电话：', '电子邮箱：', '通信地址：', '邮政编码：']],
  ['代理人（没有代理人的不填）', ['姓名：', '证件类型和号码：', '电话：', '（请附申请人签署的授权委托书）']],
] as const

function BlankForm() {
  return (
    <table>
      <caption className="unseen">政府信息公开申请表</caption>
      <tbody>
        {rowsOfApplicant.map(([name, lines]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {lines.map((line) => (
                <p key={typeof line === 'string' ? line : line.key}>{line}</p>
              ))}
            </td>
          </tr>
        ))}
        <tr className="tall">
          <th scope="row">所需政府信息</th>
          <td>
            <p>名称、文号或者便于查找的其他特征：</p>
          </td>
        </tr>
        <tr>
          <th scope="row">获取方式和途径</th>
          <td>
            <p>
              <Boxes name="方式" labels={labelsOf(formsWanted)} />
            </p>
            <p>
              <Boxes name="途径" labels={labelsOf(routesWanted.filter(({ id }) => id !== 'online'))} />
            </p>
          </td>
        </tr>
        <tr>
          <th scope="row">需要的帮助</th>
          <td>
            <p>（有阅读困难或者视听障碍的可以填写）</p>
          </td>
        </tr>
        <tr>
          <th scope="row">所附材料</th>
          <td>
            <p>
              <Boxes name="随表附上" labels={['身份证明复印件', '授权委托书', '其他：']} />
            </p>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The form on paper, for whoever comes in person or writes a letter: what art. 29 demands and nothing else. */
export function blankFormPage(view: View, organ: Organ): string {
  return renderPage({
    view,
    title: `政府信息公开申请表 - ${organ.name}`,
    shortTitle: '申请表',
    crumbs: [...crumbsTo(view), { name: '依申请公开', path: addresses.requests(organ) }],
    children: (
      <div className="blank-form">
        <p className="screen-only">
          这张表可以直接打印后手写填写，当面提交或者邮寄到{organ.name}。请用浏览器的“打印”功能，A4纸一页。
        </p>
        <h1>政府信息公开申请表</h1>
        <p className="addressee">{organ.name}：</p>
        <BlankForm />
        <p className="signature">申请人（签名或者盖章）：　　　　　　　　　　　年　　月　　日</p>
        <p className="fine">
          依据《中华人民共和国政府信息公开条例》第二十九条，不需要说明用途。
          {organ.address &&
            `邮寄地址：${organ.address}${organ.postcode && `（邮政编码${organ.postcode}）`}，信封注明“政府信息公开申请”。`}
          {organ.phone && `联系电话：${organ.phone}。`}
        </p>
      </div>
    ),
  })
}
