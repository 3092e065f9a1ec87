import type { ReactNode } from 'react'
import type { Organ } from '../organs/organ.ts'

/** Art. 12: the work body for government information and how to reach it. What is not filed is left out. */
export function Contact({ organ }: { organ: Organ }) {
  const lines: [string, ReactNode][] = [
    ['政府信息公开工作机构', organ.ogiWorkBody],
    ['办公地址', organ.address],
    ['邮政编码', organ.postcode],
    ['联系电话', organ.phone && <a href={`tel:${organ.phone.replace(/[^\d+]/g, '')}`}>{organ.phone}</a>],
    ['电子邮箱', organ.email && <a href={`mailto:${organ.email}`}>{organ.email}</a>],
  ]
  const filed = lines.filter(([, value]) => value)
  if (filed.length === 0) return <p>本机关的联系方式尚未登记。</p>
  return (
    <dl className="contact">
      {filed.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
