import type { Organ } from '../../organs/organ.ts'
import { each } from '../each.ts'

export interface OrganFigure {
  readonly organ: Organ
  readonly value: number
  /** As printed. */
  readonly text: string
}

const width = 360
const line = 46
const bar = { top: 22, height: 16 }
/** What stands at the end of the longest bar needs room, too. */
const reach = width - 90
/** More bars than this say nothing; the table has them all. */
export const mostBars = 30
/** A longer name would leave the picture; the table has it whole. */
const longestName = 21

/** The published figures of organs as bars, the greatest first. The table beside it says the same. */
export function OrganBars({ figures, name }: { figures: readonly OrganFigure[]; name: string }) {
  const shown = figures.toSorted((a, b) => b.value - a.value).slice(0, mostBars)
  const values = shown.map(({ value }) => value)
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const scale = reach / (most - least || 1)
  const zero = round(-least * scale)
  const height = shown.length * line
  return (
    <svg
      className="bars"
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / 16}rem`}
      role="img"
      aria-labelledby="bars-title bars-words"
    >
      <title id="bars-title">{`${name}条形图`}</title>
      <desc id="bars-words">每个机关一条，按数值从大到小排列；各机关的数值见表格。</desc>
      {each(shown, ({ organ, value, text }, index) => {
        const top = index * line
        return (
          <g>
            <text x="0" y={top + 16}>
              {shortened(organ.name)}
            </text>
            <rect
              x={round(zero + Math.min(0, value) * scale)}
              y={top + bar.top}
              width={round(Math.abs(value) * scale)}
              height={bar.height}
            />
            <text x={round(zero + Math.max(0, value) * scale) + 6} y={top + bar.top + 13}>
              {text}
            </text>
            <line x1={zero} x2={zero} y1={top + bar.top - 3} y2={top + bar.top + bar.height + 3} />
          </g>
        )
      })}
    </svg>
  )
}

const shortened = (name: string): string => {
  const letters = [...name]
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name
}

const round = (length: number) => Math.round(length * 10) / 10
