import type { ArchiveState } from '../../backup/state.ts'
import { fileSize, officeTime } from '../words.ts'
import { Fact } from './backup-trials.tsx'
import { agoWords } from './span-words.ts'

/** How far the log has been carried to the other disk, and from when on one can restore. */
export function ArchiveFacts({ archive }: { archive: ArchiveState | null }) {
  if (!archive)
    return (
      <>
        <h3>连续归档</h3>
        <p className="quiet gap-below">
          没有开启：本机磁盘损坏时，上一份备份以后的数据会丢失。请运维人员设置备份目录（KAICHENG_BACKUP），放在另一块磁盘上。
        </p>
      </>
    )
  const { folder, minutes, keep, lastArchivedAt, bases } = archive
  return (
    <>
      <h3>连续归档</h3>
      <dl className="facts">
        <Fact name="备份目录" value={folder} />
        <Fact
          name="最后归档"
          value={lastArchivedAt ? `${officeTime(lastArchivedAt)}（${agoWords(lastArchivedAt, Date.now())}）` : '还没有'}
        />
        <Fact name="归档间隔" value={`有新数据时每${minutes}分钟，即最多丢失${minutes}分钟的数据`} />
        <Fact
          name="可恢复到"
          value={bases.length > 0 ? `${officeTime(bases.at(-1)?.untilAt ?? '')}以来的任何时刻` : '还没有完整备份'}
        />
        <Fact
          name="完整备份"
          value={
            bases.length > 0 ? `${bases.length}份（保留${keep}份），最新一份${fileSize(bases[0]?.bytes ?? 0)}` : '无'
          }
        />
      </dl>
    </>
  )
}
