import type { ReactNode } from 'react'
import { channelKindLabel } from '../../channels/ledger.ts'
import { chineseDate } from '../../days/plain-date.ts'
import type { PlatformColumn } from '../../platform/columns/standing.ts'
import type { GuideFacts } from '../../platform/guide/actions.ts'
import type { DeclaredAbsence } from '../../supervision/coverage/declaration.ts'
import { guide as guideColumn } from '../columns.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { ColumnTree } from './column-tree.tsx'
import { DeclaredAbsences } from './declared-absences.tsx'

interface GuidePageProps {
  readonly view: View
  readonly facts: GuideFacts
  readonly columns: readonly PlatformColumn[]
  readonly declared: readonly DeclaredAbsence[]
  /** Where the organ says its duties, hours and numbers; null where it has published none. */
  readonly duties: string | null
}

/** 政府信息公开指南 (art. 12), written from what the organ has filed; what is not filed is not mentioned. */
export function guidePage({ view, facts, columns, declared, duties }: GuidePageProps): string {
  const { organ, guide, changedOn } = facts
  const column = guideColumn(organ.name)
  return renderPage({
    view,
    title: `${organ.name}${column.name}`,
    shortTitle: column.name,
    column,
    crumbs: crumbsTo(view),
    children: (
      <article className="reading guide">
        <h1>{organ.name}政府信息公开指南</h1>
        <p>
          根据《中华人民共和国政府信息公开条例》第十二条编制，说明本机关政府信息的分类和编排体系、获取方式，以及政府信息公开工作机构的联系方式。
          {changedOn ? `最近更新于${chineseDate(changedOn)}。` : ''}
        </p>
        <Contents />
        <section aria-labelledby="arrangement">
          <h2 id="arrangement">一、分类和编排体系</h2>
          <p>
            本机关的政府信息按下列栏目编排。每条信息有索引号，可以在
            <a href={addresses.recordCatalogue(organ)}>政府信息公开目录</a>
            中按索引号、名称查找；公开事项的依据、时限、渠道和方式见
            <a href={addresses.catalogue(organ)}>公开事项目录</a>。
          </p>
          <ColumnTree organ={organ} columns={columns} />
          <DeclaredAbsences declared={declared} />
        </section>
        <Ways facts={facts} />
        <Requests facts={facts} />
        <WorkBody facts={facts} duties={duties} />
        <Remedies facts={facts} />
        {guide.note === '' ? null : (
          <section aria-labelledby="note">
            <h2 id="note">六、其他说明</h2>
            <p>{guide.note}</p>
          </section>
        )}
      </article>
    ),
  })
}

const contents = [
  { id: 'arrangement', label: '分类和编排体系' },
  { id: 'ways', label: '获取方式' },
  { id: 'requests', label: '依申请公开' },
  { id: 'work-body', label: '政府信息公开工作机构' },
  { id: 'remedies', label: '监督和救济' },
] as const

function Contents() {
  return (
    <nav className="page-contents" aria-label="本页内容">
      <ol className="line-of">
        {contents.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Names and what is said of each; nothing for what is not filed. */
function Facts({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="rows flush ways">
      {lines
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Ways({ facts: { organ, guide, channelList } }: { facts: GuideFacts }) {
  const others = Map.groupBy(
    channelList.filter(({ kind, name }) => kind !== 'website' || name !== '政府信息公开平台'),
    ({ kind }) => kind,
  )
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">二、获取方式</h2>
      <p>对主动公开的政府信息，可以通过下列方式查阅、下载：</p>
      <Facts
        lines={[
          ['公开平台', <a key="platform" href={addresses.organ(organ)}>{`${organ.name}政府信息公开平台`}</a>],
          ['机关网站', guide.website && <a href={guide.website}>{guide.website}</a>],
          ...[...others].map(
            ([kind, its]) => [channelKindLabel(kind), its.map(({ name }) => name).join('、')] as const,
          ),
        ]}
      />
      {guide.readingPlaces.length > 0 ? (
        <>
          <h3>查阅场所</h3>
          <p>下列场所设有政府信息查阅点，配备设施设备，可以免费查阅（条例第二十五条）。</p>
          <dl className="rows flush ways">
            {guide.readingPlaces.map(({ name, address, hours, phone }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {[`地址：${address}`, hours && `开放时间：${hours}`, phone && `电话：${phone}`]
                    .filter(Boolean)
                    .join('\n')}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </section>
  )
}

/** I19: the channels that are open, with what each asks; in person and by mail always work. */
function Requests({ facts: { organ, guide } }: { facts: GuideFacts }) {
  const workBody = organ.ogiWorkBody || organ.name
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">三、依申请公开</h2>
      <p>
        没有主动公开的，可以申请公开，不需要说明用途。本机关开通下列申请渠道；期限、应写明的内容和收费见
        <a href={addresses.requests(organ)}>依申请公开</a>。
      </p>
      <Facts
        lines={[
          [
            '当面提交',
            [`到${workBody}提交`, organ.address, guide.officeHours, '书写确有困难的，可以口头提出，由工作人员代为填写']
              .filter(Boolean)
              .join('；'),
          ],
          [
            '邮寄',
            organ.address &&
              [
                `收件人：${workBody}`,
                `地址：${organ.address}`,
                organ.postcode && `邮编：${organ.postcode}`,
                '信封上请注明“政府信息公开申请”',
              ]
                .filter(Boolean)
                .join('；'),
          ],
          [
            '网上申请',
            <>
              在<a href={addresses.ask(organ)}>在线申请</a>填写，不需要注册账户；以双方确认之日为收到申请之日
            </>,
          ],
          ['传真', guide.acceptsFax && [guide.fax, guide.faxTerms || '传真后请电话确认收到'].join('；')],
          [
            '电子邮件',
            guide.acceptsEmail &&
              organ.email &&
              [organ.email, guide.emailTerms || '邮件主题请注明“政府信息公开申请”'].join('；'),
          ],
        ]}
      />
      <p>
        <a href={addresses.blankForm(organ)}>下载打印政府信息公开申请表</a>
      </p>
    </section>
  )
}

function WorkBody({ facts: { organ, guide }, duties }: Pick<GuidePageProps, 'facts' | 'duties'>) {
  const isShort = guide.officeHours === '' || guide.fax === ''
  return (
    <section aria-labelledby="work-body">
      <h2 id="work-body">四、政府信息公开工作机构</h2>
      <Facts
        lines={[
          ['名称', organ.ogiWorkBody],
          ['办公地址', organ.address],
          ['邮政编码', organ.postcode],
          ['办公时间', guide.officeHours],
          ['联系电话', organ.phone && <a href={`tel:${organ.phone.replace(/[^\d+]/g, '')}`}>{organ.phone}</a>],
          ['传真号码', guide.fax],
          ['互联网联系方式', organ.email && <a href={`mailto:${organ.email}`}>{organ.email}</a>],
        ]}
      />
      {isShort && duties ? (
        <p>
          这里没有列出的办公时间、传真等，可以查看本机关公开的<a href={duties}>机关职能</a>。
        </p>
      ) : null}
    </section>
  )
}

/** Art. 51. Where a name is not filed, the words of the law stand. */
function Remedies({ facts }: { facts: GuideFacts }) {
  const { guide, reconsiderationOrgan, competentCourt, onlineReconsideration } = facts
  const department = guide.competentDepartment || '上一级行政机关或者政府信息公开工作主管部门'
  const phone = guide.competentPhone ? `（电话：${guide.competentPhone}）` : ''
  return (
    <section aria-labelledby="remedies">
      <h2 id="remedies">五、监督和救济</h2>
      <p>
        认为本机关在政府信息公开工作中侵犯您的合法权益的，可以向{department}
        {phone}投诉、举报，也可以依法{reconsiderationOrgan ? `向${reconsiderationOrgan}` : ''}申请行政复议，或者向
        {competentCourt ?? '有管辖权的人民法院'}提起行政诉讼（条例第五十一条）。
        {onlineReconsideration ? `行政复议可以通过互联网申请：${onlineReconsideration}。` : ''}
        对答复不服的，受理机关和期限以答复书写明的为准。
      </p>
    </section>
  )
}
