import type { Channel } from '../channels/channel.ts'
import type { Publication } from '../channels/publication.ts'
import { addDays, type PlainDate, yearOf } from '../days/plain-date.ts'
import { aboutYearly, demoYears, lastDay, officeDayAt, placeOf, someOfficeDays } from './office-days.ts'
import type { Profile } from './profile.ts'
import { interpretations, notices, reposts, responses } from './publication-words.ts'
import { type Random, seeded } from './random.ts'

export type Draft = Pick<Publication, 'title' | 'kind' | 'originality'>
const years = demoYears.filter((year) => year >= 2023)

/** What an organ published on each of its channels. */
export function publicationsOf(profile: Profile): Publication[] {
  const random = seeded(`${profile.slug}/publications`)
  return profile.channels.flatMap(({ perYear, ...channel }) => {
    const days = years.flatMap((year) => someOfficeDays(random, year, aboutYearly(random, perYear, year)))
    return publish(random, channel, days, () => aDraft(random, profile))
  })
}

const sorts = { notice: 72, repost: 15, interpretation: 8, response: 5 } as const

function aDraft(random: Random, { topics, spokenName }: Profile): Draft {
  const topic = random.pick(topics)
  switch (random.weighted(sorts)) {
    case 'notice':
      return { title: random.pick(notices)(topic, spokenName), kind: 'other', originality: 'original' }
    case 'repost':
      return { title: random.pick(reposts)(topic), kind: 'other', originality: 'repost' }
    case 'interpretation':
      return { title: random.pick(interpretations)(topic), kind: 'policyInterpretation', originality: 'original' }
    case 'response':
      return { title: random.pick(responses)(topic), kind: 'publicConcernResponse', originality: 'original' }
  }
}

const online: readonly Channel['kind'][] = ['website', 'wechat', 'weibo', 'app']

/** One item a day given; no title twice on one day. Art. 26: within twenty working days of its forming. */
export function publish(
  random: Random,
  channel: Channel,
  days: readonly PlainDate[],
  draft: () => Draft,
): Publication[] {
  const seen = new Set<string>()
  const unseen = (day: PlainDate): Draft => {
    for (let tries = 0; tries < 200; tries += 1) {
      const drawn = draft()
      const key = `${day}${drawn.title}`
      if (seen.has(key)) continue
      seen.add(key)
      return drawn
    }
    throw new RangeError(`no other title for ${channel.name} on ${day}`)
  }
  return days.map((publishedOn, index) => {
    const drawn = unseen(publishedOn)
    const withdrawnOn = random.chance(0.01) ? addDays(publishedOn, random.int(20, 300)) : null
    return {
      channel,
      ...drawn,
      url: online.includes(channel.kind) ? urlOf(channel, publishedOn, index) : '',
      publishedOn,
      formedOn: drawn.originality === 'original' ? officeDayAt(placeOf(publishedOn) - random.int(1, 15)) : null,
      withdrawnOn: withdrawnOn !== null && withdrawnOn <= lastDay ? withdrawnOn : null,
    }
  })
}

/** Under the reserved top-level domain .invalid (RFC 2606), so that no link leads to anybody. */
const urlOf = ({ kind }: Channel, day: PlainDate, index: number): string =>
  `https://${kind}.shili.invalid/${yearOf(day)}/${day.slice(5).replace('-', '')}/${index + 1}.html`
