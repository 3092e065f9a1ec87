import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../../days/plain-date.ts'
import { type StarterList, starterLists } from '../../../disclosure/gates/starter-words.ts'
import type { WordList } from '../../../disclosure/word-list.ts'
import { platformEditors } from '../../../platform/columns/column.ts'
import { query } from '../../api.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { platform } from '../../platform/platform-api.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { officeTime } from '../../words.ts'
import { ImportWordList } from './word-list-import.tsx'
import { ListedWords } from './word-list-words.tsx'

/** 错敏词表: the lists against which texts are held, what stands in them, and their import. */
export function WordListsPage() {
  const lists = useQuery({ queryKey: ['word-lists'], queryFn: platform.wordLists })
  const [isImporting, setImporting] = useState(false)
  return (
    <Guarded to={platformEditors}>
      <div className="page">
        <PageHead
          title="错敏词表"
          lead="送审、发布前，标题、正文和附件逐字与这些词表比对；系统自带的词表一并检查。由公开工作机构负责人、系统管理员维护，导入、撤下都记入审计日志。"
        >
          <Button icon={<DownloadOutlined aria-hidden />} href="/api/console/word-lists/template">
            下载模板
          </Button>
          <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(true)}>
            导入词表
          </Button>
        </PageHead>
        <Fetched query={lists}>
          {({ items }) => (
            <>
              <section className="panel gap-below" aria-label="在用的词表">
                <div className="panel-head">
                  <h2>
                    在用的词表<span className="quiet count">{items.length}</span>
                  </h2>
                </div>
                <LedgerList
                  items={items}
                  columns={columns}
                  keyOf={({ id }) => id}
                  empty="还没有导入词表，现在只按系统自带的词检查。主管部门下发的、本机关积累的错敏词都可以导入。"
                />
              </section>
              <section className="panel gap-below" aria-label="系统自带的词表">
                <div className="panel-head">
                  <h2>
                    系统自带的词表<span className="quiet count">{starterLists.length}</span>
                  </h2>
                </div>
                <LedgerList items={starterLists} columns={starterColumns} keyOf={({ name }) => name} empty="" />
                <p className="why">
                  自带的词一律检查，本机关词表里有同一个词的，以本机关的为准。收录日期之后的人事、机构变动不在其中，请导入本机关的词表补充。
                </p>
              </section>
              {items.length > 0 ? <ListedWords lists={items} /> : null}
              {isImporting ? <ImportWordList lists={items} onClose={() => setImporting(false)} /> : null}
            </>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

const columns: readonly ListColumn<WordList>[] = [
  {
    title: '词表',
    render: ({ id, name, source }) => (
      <span className="queue-what">
        <Link to={{ search: query({ list: id }) }}>{name}</Link>
        {source ? <span className="quiet">来源：{source}</span> : null}
      </span>
    ),
  },
  { title: '词数', width: 90, align: 'right', render: ({ words }) => <span className="figures">{words}</span> },
  {
    title: '导入时间',
    width: 170,
    render: ({ changedAt }) => <span className="figures">{officeTime(changedAt)}</span>,
  },
  { title: '导入人', width: 110, render: ({ changedBy }) => changedBy },
  {
    title: '办理',
    width: 150,
    render: (list) => (
      <span className="row-buttons">
        <Button size="small" href={`/api/console/word-lists/${list.id}.xlsx`} aria-label={`导出${list.name}`}>
          导出
        </Button>
        <WithdrawList list={list} />
      </span>
    ),
  },
]

const starterColumns: readonly ListColumn<StarterList>[] = [
  {
    title: '词表',
    render: ({ name, source }) => (
      <span className="queue-what">
        <span>{name}</span>
        <span className="quiet">来源：{source}</span>
      </span>
    ),
  },
  { title: '词数', width: 90, align: 'right', render: ({ words }) => <span className="figures">{words.length}</span> },
  { title: '收录到', width: 170, render: ({ asOf }) => <span className="figures">{chineseDate(asOf)}</span> },
]

function WithdrawList({ list: { id, name, words } }: { list: WordList }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const withdraw = useMutation({
    mutationFn: () => platform.removeWordList(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['word-lists'] })
      message.success('词表已撤下')
    },
    onError: (error) => message.error(error.message),
  })
  return (
    <Popconfirm
      title={`撤下“${name}”？`}
      description={`以后送审、发布的信息不再检查其中的${words}个词。需要留存的，请先导出。`}
      okText="撤下词表"
      onConfirm={() => withdraw.mutate()}
    >
      <Button size="small" danger loading={withdraw.isPending} aria-label={`撤下${name}`}>
        撤下
      </Button>
    </Popconfirm>
  )
}
