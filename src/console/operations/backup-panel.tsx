import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import type { BackupState } from '../../backup/state.ts'
import { administration } from '../organs/organs-api.ts'
import { Fetched } from '../states/fetched.tsx'
import { ArchiveFacts } from './backup-archive.tsx'
import { LastProved, Trials } from './backup-trials.tsx'
import { trialSaid } from './trial-said.ts'

const whileRunningMs = 2_000

/** The last backup that was restored for trial, how the archive stands, and what is wrong. */
export function BackupPanel() {
  const query = useQuery({
    queryKey: ['operations', 'backup'],
    queryFn: administration.backup,
    refetchInterval: ({ state }) => (state.data?.isRunning ? whileRunningMs : false),
  })
  return (
    <section className="panel backup" aria-labelledby="backup-title">
      <Fetched query={query}>
        {(state) => (
          <>
            <div className="panel-head">
              <h2 id="backup-title" className="grow">
                备份
              </h2>
              {state.isOurs ? <ProveButton isRunning={state.isRunning} /> : null}
            </div>
            {state.isOurs ? <Ours state={state} /> : <NotOurs />}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Ours({ state: { lastProved, trials, isRunning, archive } }: { state: BackupState }) {
  const [newest] = trials
  const failed = trials.find(({ isProved }) => isProved !== null)
  return (
    <>
      <p className="read-only-text" role="status">
        {trialSaid(isRunning, newest)}
      </p>
      {isRunning ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          role="note"
          title={trialSaid(isRunning, newest)}
          description="可以离开本页，验证在后台进行，不影响办理。"
        />
      ) : null}
      {failed?.isProved === false ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title="最近一次验证没有通过，现有备份不一定可用"
          description={`${failed.problem}。请处理后点“现在验证一次”；仍不通过的，请联系运维人员，不要删除已有的备份。`}
        />
      ) : null}
      {archive?.problem ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title="连续归档有问题"
          description={`${archive.problem}。`}
        />
      ) : null}
      <LastProved proof={lastProved} isKept={archive !== null} />
      <ArchiveFacts archive={archive} />
      <Trials trials={trials} />
    </>
  )
}

function NotOurs() {
  return (
    <Alert
      type="info"
      showIcon
      role="note"
      title="本系统使用外部数据库"
      description="备份和恢复演练由数据库管理员用标准工具进行；运维人员可用命令 kaicheng backup 记下内容清单，恢复后用 kaicheng restore 核对。"
    />
  )
}

function ProveButton({ isRunning }: { isRunning: boolean }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const refresh = () => client.invalidateQueries({ queryKey: ['operations', 'backup'] })
  const prove = useMutation({
    mutationFn: async () => {
      await administration.proveBackup()
      await becameVisible()
    },
    onSuccess: refresh,
    onError: (error) => {
      message.error(error.message)
      refresh()
    },
  })
  return (
    <Button
      icon={<SafetyCertificateOutlined aria-hidden />}
      loading={prove.isPending || isRunning}
      onClick={() => prove.mutate()}
    >
      {isRunning ? '正在验证' : '现在验证一次'}
    </Button>
  )
}

const longestStarts = 10

/** The process that proves takes a moment until it is seen. */
async function becameVisible(): Promise<void> {
  for (let tries = 0; tries < longestStarts; tries += 1) {
    if ((await administration.backup()).isRunning) return
    await new Promise((resolve) => setTimeout(resolve, whileRunningMs / 2))
  }
}
