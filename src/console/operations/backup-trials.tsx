import type { Proof } from '../../backup/proof.ts'
import { fileSize, officeTime } from '../words.ts'
import { tookWords } from './span-words.ts'

/** The newest backup of which it is known that it can be restored. */
export function LastProved({ proof, isKept }: { proof: Proof | null; isKept: boolean }) {
  if (!proof) return <p className="quiet gap-below">还没有验证过备份。每天1时30分自动验证，也可以现在验证一次。</p>
  return (
    <>
      <h3>最近一次验证通过的备份</h3>
      <dl className="facts">
        <Fact name="验证于" value={officeTime(proof.endedAt ?? proof.startedAt)} />
        <Fact name="数据截至" value={proof.untilAt ? officeTime(proof.untilAt) : ''} />
        <Fact name="大小" value={fileSize(proof.bytes ?? 0)} />
        <Fact name="用时" value={tookWords(proof)} />
        <Fact
          name="恢复出"
          value={`${proof.organs ?? 0}个机关，${(proof.rowCount ?? 0).toLocaleString('zh-CN')}行数据，${proof.fileCount ?? 0}个文件，全部核验通过`}
        />
        {isKept ? null : (
          <Fact name="保存" value="只作验证，没有留存。请运维人员设置备份目录（KAICHENG_BACKUP），或者定期另做备份" />
        )}
      </dl>
    </>
  )
}

export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The last trials, newest first. */
export function Trials({ trials }: { trials: readonly Proof[] }) {
  const ended = trials.filter(({ isProved }) => isProved !== null)
  if (ended.length === 0) return null
  return (
    <>
      <h3>最近的验证</h3>
      <ul>
        {ended.map((trial) => (
          <li key={trial.id} className="facts-line">
            <span className="figures">{officeTime(trial.startedAt)}</span>
            {trial.isProved ? (
              <span>
                通过，用时{tookWords(trial)}，{fileSize(trial.bytes ?? 0)}
              </span>
            ) : (
              <span className="late">没有通过：{trial.problem}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
