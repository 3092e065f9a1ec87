import { expect, test } from 'vitest'
import { z } from 'zod'
import { plainDate } from '../days/plain-date.ts'
import { EventActor, EventKind, eventData, readEvent } from './event.ts'
import { withoutWords } from './masked-events.ts'

const marker = '张三丰于甲路12号'
/** Texts that the platform or a list gives, and nobody types. */
const given = [
  'unitId',
  'unitName',
  'staffId',
  'staffName',
  'numbers',
  'label',
  'hash',
  'letterNumber',
  'calendarVersion',
  'caseId',
  'of',
  'keptBy',
  'betterUnitId',
  'betterUnitName',
]
const byStaff = ['standsInFor', 'proposedBy']

/** A value of the schema in which every text that is typed is the marker. */
function filled(schema: unknown, name = ''): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return filled(schema.unwrap(), name)
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(schema.shape).map(([key, part]) => [key, filled(part, name || key)]))
  if (schema instanceof z.ZodArray) return [filled(schema.element, name)]
  if (schema instanceof z.ZodRecord) return { [marker]: filled(schema.valueType, name) }
  if (schema instanceof z.ZodDiscriminatedUnion) return filled(schema.options[0], name)
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodNumber) return 1
  const texts = z.array(z.unknown()).safeParse([marker, '给定', '2026-03-02', true, []])
  const wanted = [...given, ...byStaff].includes(name)
    ? ['给定', '2026-03-02', '01890000-0000-7000-8000-0000000000a1']
    : texts.data
  if (!(schema instanceof z.ZodType)) throw new Error(`no schema at ${name}`)
  const fitting = wanted?.find((each) => schema.safeParse(each).success)
  if (fitting === undefined) throw new Error(`nothing fits ${name}`)
  return fitting
}

const told = (kind: EventKind) =>
  readEvent({
    seq: 1,
    kind,
    happenedOn: plainDate('2026-03-02'),
    amount: null,
    supersedes: null,
    data: {
      ...z.record(z.string(), z.unknown()).parse(filled(eventData[kind])),
      ...(kind === 'dueMoved' ? { reason: '节假日安排' } : {}),
    },
    actorKind: 'applicant',
    actorId: null,
    actorName: marker,
    recordedAt: new Date('2026-03-02T01:00:00Z'),
  })

test.each(EventKind.options)('%s tells what happened and when, and nothing that was typed', (kind) => {
  const event = told(kind)
  expect(JSON.stringify(event)).toContain(marker)
  const shown = withoutWords(event)
  expect(JSON.stringify(shown)).not.toContain(marker)
  expect(shown).toMatchObject({ seq: 1, kind, happenedOn: '2026-03-02', recordedAt: event.recordedAt })
})

test('who of the staff did it is still told', () => {
  const actor = EventActor.parse({ kind: 'staff', id: null, name: '李科员' })
  expect(withoutWords({ ...told('noted'), actor }).actor.name).toBe('李科员')
})
