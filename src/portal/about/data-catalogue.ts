import type { PageMatter } from '../portal.ts'
import { yearTitle } from '../reports/year-page.tsx'
import { addresses } from '../site.ts'
import { aboutAddresses } from './addresses.ts'
import { licenceOf } from './licence.ts'
import { aboutYearFigures, type OpenDataset, openDatasets } from './open-data.ts'

type Json = Readonly<Record<string, unknown>>

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** What is told of one file of data. */
interface FileOfData {
  readonly path: string
  readonly landing: string
  readonly title: string
  readonly about: string
  readonly facts?: Json
}

const fileOfSet = (set: OpenDataset): FileOfData => ({
  path: aboutAddresses.dataset(set),
  landing: aboutAddresses.data,
  title: set.title,
  about: set.about,
})

const dayOf = (year: number, day: string): Json => ({ '@value': `${year}-${day}`, '@type': 'xsd:date' })

const fileOfYear = (year: number): FileOfData => ({
  path: addresses.figuresOfYear(year),
  landing: addresses.reportsOfYear(year),
  title: `${yearTitle(year)}的数据`,
  about: aboutYearFigures,
  facts: {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': dayOf(year, '01-01'),
      'dcat:endDate': dayOf(year, '12-31'),
    },
  },
})

const resource = (address: string): Json => ({ '@id': address })

/** Who publishes what the site holds: the organ that runs it, or the uppermost ones. */
const headsOf = ({ view: { site }, organs }: Pick<PageMatter, 'view' | 'organs'>) =>
  site.organiser ? [site.organiser] : organs.filter(({ parentId }) => parentId === null)

interface CatalogueMatter extends Pick<PageMatter, 'view' | 'organs'> {
  /** Those of which there is a file of all organs' figures. */
  readonly years: readonly number[]
}

/** W3C DCAT 3 as JSON-LD: the sets of open data and the interface for programs. */
export function dataCatalogue({ view, organs, years }: CatalogueMatter): Json {
  const { site } = view
  const publisher = headsOf({ view, organs }).map(({ name, slug }) => ({
    '@id': `${site.origin}/${slug}/`,
    '@type': 'foaf:Organization',
    'foaf:name': name,
  }))
  const page = site.origin + aboutAddresses.data
  const shared = { 'dct:language': 'zh-CN', 'dct:publisher': publisher.map((each) => resource(each['@id'])) }
  const licence = resource(`${page}#licence`)
  const dataset = ({ path, landing, title, about, facts }: FileOfData): Json => {
    const file = site.origin + path
    const distribution = {
      '@type': 'dcat:Distribution',
      'dct:title': `${title}（CSV）`,
      'dcat:downloadURL': resource(file),
      'dcat:mediaType': resource('https://www.iana.org/assignments/media-types/text/csv'),
      'dct:license': licence,
    }
    const described = {
      'dct:title': title,
      'dct:description': about,
      'dcat:landingPage': resource(site.origin + landing),
    }
    return Object.assign({ '@id': file, '@type': 'dcat:Dataset' }, described, shared, facts, {
      'dcat:distribution': distribution,
    })
  }
  return {
    '@context': context,
    '@id': site.origin + aboutAddresses.catalogue,
    '@type': 'dcat:Catalog',
    'dct:title': `${site.name}开放数据`,
    'dct:description': '行政机关依法公开的政府信息，供程序读取和再利用',
    'dct:language': 'zh-CN',
    'dct:license': licence,
    'dct:rights': licenceOf(site.organiser),
    'foaf:homepage': resource(`${site.origin}/`),
    'dct:publisher': publisher,
    'dcat:dataset': [...openDatasets.map(fileOfSet), ...years.map(fileOfYear)].map(dataset),
    'dcat:service': {
      '@id': `${site.origin}/api`,
      '@type': 'dcat:DataService',
      'dct:title': '数据接口',
      'dcat:endpointURL': resource(`${site.origin}/api`),
      'dcat:endpointDescription': resource(`${site.origin}/api/openapi.json`),
    },
  }
}
