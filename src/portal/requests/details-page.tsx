import type { Organ } from '../../organs/organ.ts'
import { organisationKinds } from '../../requests/applicant/applicant-class.ts'
import { formsWanted, routesWanted } from '../../requests/applicant/wanted.ts'
import { identityKinds } from '../../requests/applicant.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { EndOfDraft, FormHead } from './draft-parts.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Choices, type Filled, Hidden, LongTextField, TextField, TickBox } from './fields.tsx'
import { crumbsToRequests, titleWith } from './form-page.ts'
import { fileHint, type KeptFile, Upload } from './kept-files.tsx'

export interface DetailsProps {
  readonly view: View
  readonly organ: Organ
  /** Idempotency key of this form. */
  readonly key: string
  readonly form: Filled
  readonly kept: readonly KeptFile[]
  /** Something that is not the applicant's fault, said above the form. */
  readonly notice?: string
}

/** The second step: what art. 29 demands of an applicant, and nothing else. */
export function detailsPage({ view, organ, key, form, kept, notice }: DetailsProps): string {
  return renderPage({
    view,
    title: titleWith(`填写申请 - ${organ.name}`, form.problems),
    shortTitle: '填写申请',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: true,
    children: (
      <div className="reading">
        {notice && (
          <p className="note notice" role="alert">
            {notice}
          </p>
        )}
        <ErrorSummary problems={form.problems} />
        <form
          method="post"
          action={addresses.submit(organ)}
          encType="multipart/form-data"
          className="request-form"
          noValidate
        >
          <Hidden texts={{ key }} />
          <FormHead display={view.display} next="提交申请" />
          <p className="soft step">第2步，共2步</p>
          <h1>填写政府信息公开申请</h1>
          <p>向{organ.name}申请。没有注明“选填”的都要填写；依据《政府信息公开条例》第二十九条，不需要说明用途。</p>
          <InformationFields form={form} />
          <ApplicantFields form={form} kept={kept} />
          <ContactFields form={form} />
          <AgentFields form={form} kept={kept} />
          <OtherFields form={form} kept={kept} />
          <BeforeSending organ={organ} />
        </form>
        <EndOfDraft organ={organ} draftKey={key} />
      </div>
    ),
  })
}

type PartProps = Pick<DetailsProps, 'form' | 'kept'>

function InformationFields({ form }: Pick<DetailsProps, 'form'>) {
  return (
    <>
      <LongTextField
        form={form}
        name="content"
        label="所需政府信息"
        hint="名称、文号，或者便于查找的其他特征，最多2000个字"
        rows={5}
      />
      <Choices form={form} name="formWanted" label="获取信息的方式" choices={formsWanted} />
      <Choices
        form={form}
        name="routeWanted"
        label="获取信息的途径"
        hint="选择网上下载的，凭提交后得到的查询码下载"
        choices={routesWanted}
      />
    </>
  )
}

function ApplicantFields({ form, kept }: PartProps) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">申请人</h2>
      <Choices
        form={form}
        name="applicant"
        label="以谁的名义申请"
        choices={[
          { id: 'person', label: '公民（自然人）' },
          { id: 'organisation', label: '法人或者其他组织', hint: '企业、科研机构、社会组织、律师事务所等' },
        ]}
      />
      <div className="by-person group">
        <h3>公民填写</h3>
        <TextField form={form} name="name" label="姓名" hint="与身份证件一致" autoComplete="name" />
        <Choices form={form} name="identityKind" label="证件类型" choices={identityKinds} />
        <TextField form={form} name="identityNumber" label="证件号码" hint="居民身份证号码为18位" />
      </div>
      <div className="by-organisation group">
        <h3>法人或者其他组织填写</h3>
        <TextField
          form={form}
          name="organisationName"
          label="单位名称"
          hint="与登记证照一致"
          autoComplete="organization"
          width="long"
        />
        <TextField form={form} name="creditCode" label="统一社会信用代码" hint="18位，见营业执照或者登记证书" />
        <Choices
          form={form}
          name="organisationKind"
          label="单位类别"
          hint="可以不选，由信用代码判断；判断不出的再请您选择"
          choices={organisationKinds}
          optional
        />
        <TextField form={form} name="legalRepresentative" label="法定代表人或者负责人" />
        <TextField form={form} name="contactName" label="联系人姓名" />
      </div>
      <Upload
        purpose="identity"
        label="身份证明"
        hint={`身份证件或者登记证照的照片、扫描件。没有上传的，本机关可能请您补充。${fileHint}`}
        kept={kept}
        problem={form.problems.get('identity')}
        optional
      />
    </section>
  )
}

function ContactFields({ form }: Pick<DetailsProps, 'form'>) {
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">联系方式</h2>
      <p>请至少填写一项能联系到您的方式。本机关要与您确认收到申请，留下电话确认最快。</p>
      <TextField form={form} name="phone" label="联系电话" type="tel" autoComplete="tel" optional />
      <TextField form={form} name="email" label="电子邮箱" type="email" autoComplete="email" optional />
      <TextField form={form} name="address" label="通信地址" autoComplete="street-address" width="long" optional />
      <TextField
        form={form}
        name="postcode"
        label="邮政编码"
        inputMode="numeric"
        autoComplete="postal-code"
        width="short"
        optional
      />
    </section>
  )
}

function AgentFields({ form, kept }: PartProps) {
  return (
    <section aria-labelledby="agent">
      <h2 id="agent">代理人</h2>
      <TickBox form={form} name="hasAgent" value="yes" label="我是代理人，受申请人委托提交" />
      <div className="by-agent group">
        <h3>代理人填写</h3>
        <TextField form={form} name="agentName" label="代理人姓名" />
        <Choices form={form} name="agentIdentityKind" label="代理人证件类型" choices={identityKinds} />
        <TextField form={form} name="agentIdentityNumber" label="代理人证件号码" />
        <TextField form={form} name="agentPhone" label="代理人电话" type="tel" />
        <Upload
          purpose="powerOfAttorney"
          label="授权委托书"
          hint={`申请人签名或者盖章的委托书。${fileHint}`}
          kept={kept}
          problem={form.problems.get('powerOfAttorney')}
        />
      </div>
    </section>
  )
}

function OtherFields({ form, kept }: PartProps) {
  return (
    <section aria-labelledby="others">
      <h2 id="others">其他</h2>
      <LongTextField
        form={form}
        name="assistance"
        label="需要的帮助"
        hint="有阅读困难或者视听障碍的，请说明需要什么帮助，如大字版、语音告知（条例第四十三条）"
        rows={2}
        optional
      />
      <Upload
        purpose="attachment"
        label="附件"
        hint={`便于查找信息的材料。${fileHint}`}
        kept={kept}
        problem={form.problems.get('attachment')}
        optional
      />
    </section>
  )
}

function BeforeSending({ organ }: Pick<DetailsProps, 'organ'>) {
  return (
    <section className="before-sending" aria-label="提交前请看">
      <p>
        您的个人信息只用于办理这件申请，身份和联系方式加密保存、不会公开，详见
        <a href={`${addresses.requests(organ)}#privacy`} target="_blank" rel="noopener">
          个人信息处理说明<span className="unseen">（在新窗口打开）</span>
        </a>
        。提交后会得到编号、查询码和查询口令。本机关与您双方确认之日为收到申请之日。
      </p>
      <p className="actions">
        <button type="submit" className="button">
          提交申请
        </button>
        <button type="submit" className="button secondary" name="to" value="wish">
          返回上一步
        </button>
      </p>
    </section>
  )
}
