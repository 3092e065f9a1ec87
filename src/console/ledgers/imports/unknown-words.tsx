import { Button, Select, Space } from 'antd'
import { useState } from 'react'
import { rowLedgers } from '../../../app/row-ledgers.ts'
import type { ImportPreview } from '../../../ledgers/imports/import-view.ts'
import { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { ChannelDialog } from '../../channels/channel-dialogs.tsx'
import { optionsOf } from '../../fields/options.ts'

type Unknown = ImportPreview['unknown'][number]

/** Words that a column, or another register, does not know, each with what may be meant. */
export function UnknownWords({ unknown, isBusy, onWords, onAgain }: UnknownWordsProps) {
  const [adding, setAdding] = useState<string | null>(null)
  return (
    <section className="panel gap-below" aria-label="认不出的内容">
      <h2>认不出的内容</h2>
      {unknown.map((each) => (
        <Word
          key={`${each.ledger} ${each.column} ${each.written}`}
          word={each}
          isBusy={isBusy}
          onMeant={(meant) => onWords(RowLedgerId.parse(each.ledger), each.column, { [each.written]: meant })}
          onAdd={each.column === 'channelName' ? () => setAdding(each.written) : null}
        />
      ))}
      {adding === null ? null : (
        <ChannelDialog
          opened={{ what: 'channel', name: adding }}
          onClose={() => {
            setAdding(null)
            onAgain()
          }}
        />
      )}
    </section>
  )
}

interface UnknownWordsProps {
  readonly unknown: readonly Unknown[]
  readonly isBusy: boolean
  readonly onWords: (ledger: RowLedgerId, column: string, words: Readonly<Record<string, string>>) => void
  /** Something was registered that the file names. */
  readonly onAgain: () => void
}

function Word({ word: { ledger, column: id, written, near, rows }, isBusy, onMeant, onAdd }: WordProps) {
  const column = rowLedgers[RowLedgerId.parse(ledger)].columns.find((each) => each.id === id)
  const choices = column?.kind === 'choice' ? column.choices : []
  return (
    <div className="gap-above">
      <p>
        “{column?.header}”里的<strong>“{written}”</strong>，共{rows}行。{near.length > 0 ? '您是不是要写：' : ''}
      </p>
      <Space wrap>
        {near.map((label) => (
          <Button
            key={label}
            size="small"
            disabled={isBusy}
            onClick={() => onMeant(choices.find((each) => each.label === label)?.id ?? label)}
          >
            {label}
          </Button>
        ))}
        {choices.length > 0 ? (
          <Select
            size="small"
            className="import-register"
            placeholder="选择其他的"
            aria-label={`“${written}”应当是`}
            disabled={isBusy}
            options={optionsOf(choices)}
            onChange={onMeant}
          />
        ) : null}
        {onAdd ? (
          <Button size="small" disabled={isBusy} onClick={onAdd}>
            登记为新渠道
          </Button>
        ) : null}
      </Space>
    </div>
  )
}

interface WordProps {
  readonly word: Unknown
  readonly isBusy: boolean
  readonly onMeant: (meant: string) => void
  readonly onAdd: (() => void) | null
}
