import { z } from 'zod'

/** `block`: it must be mended; `confirm`: it may stay with a reason; `hint`: worth a look. */
export const Severity = z.enum(['block', 'confirm', 'hint'])
export type Severity = z.infer<typeof Severity>

/** Something that a gate has seen in a revision. */
export interface Finding {
  /** Names the rule, for programs. */
  readonly gate: string
  readonly severity: Severity
  /** The field, `text:<paragraph>` counted from nought, or `attachment:<file id>`. */
  readonly place: string
  /** Chinese: what it is and what to do. */
  readonly message: string
  /** The words concerned, personal data masked. */
  readonly excerpt: string
  /** The public page of what it is like. */
  readonly href?: string
}

/** What a gate stands for. */
export interface GateRule {
  /** What it looks for, as docs/gates.md says it. */
  readonly label: string
  readonly severity: Severity
  /** What is wrong and what to do; the case in point is added. */
  readonly message: string
  readonly source: string
}
