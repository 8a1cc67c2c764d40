import type { Manifest } from '../../model/course.ts'

export function domainName(domain: number, blueprint: Manifest['blueprint']): string {
  const title = blueprint?.domains.find(({ number }) => number === domain)?.title
  return title === undefined ? `Domain ${domain}` : `Domain ${domain}: ${title}`
}
