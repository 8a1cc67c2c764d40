/** The words of the corpus: a made-up handbook of services that look after data. All in ASCII: a letter is a byte. */

export const AREAS = [
  'Storage',
  'Access',
  'Encryption',
  'Monitoring',
  'Networks',
  'Backups',
  'Costs',
  'Queues',
  'Deployment',
  'Training data',
] as const

export const KINDS = [
  'archive',
  'balancer',
  'bucket',
  'catalog',
  'channel',
  'cluster',
  'collector',
  'endpoint',
  'firewall',
  'gateway',
  'index',
  'key store',
  'ledger',
  'mirror',
  'pipeline',
  'policy',
  'pool',
  'queue',
  'registry',
  'replica',
  'router',
  'scanner',
  'scheduler',
  'snapshot',
  'stream',
  'table',
  'token',
  'vault',
  'volume',
  'workspace',
] as const

export const QUALITIES = [
  'Cold',
  'Warm',
  'Shared',
  'Private',
  'Public',
  'Managed',
  'Regional',
  'Global',
  'Encrypted',
  'Temporary',
  'Signed',
  'Elastic',
  'Passive',
  'Active',
  'Versioned',
  'Reserved',
  'Delegated',
  'Federated',
  'Metered',
  'Isolated',
  'Durable',
  'Nested',
  'Guarded',
  'Rotating',
] as const

export const OWNERS = ['The provider', 'The customer', 'Both sides', 'The auditor', 'The account owner'] as const

export const VERBS = [
  'keeps',
  'copies',
  'checks',
  'limits',
  'records',
  'encrypts',
  'forwards',
  'compresses',
  'releases',
  'restores',
  'labels',
  'counts',
] as const

export const OBJECTS = [
  'old versions of a file',
  'requests from other accounts',
  'keys that nobody has used',
  'logs of every call',
  'records with personal data',
  'models that are in training',
  'traffic between two zones',
  'the cost of each team',
  'credentials of short life',
  'changes to a policy',
  'failed sign-ins',
  'results that may be asked for again',
] as const

export const CONDITIONS = [
  'until the retention period ends',
  'before they leave the region',
  'when a threshold is crossed',
  'without a server to look after',
  'as soon as the owner agrees',
  'for at least ninety days',
  'even when one zone fails',
  'at the price of some delay',
  'unless a policy forbids it',
  'once every night',
] as const

export const COLUMNS = ['Used for', 'What it does', 'Main risk', 'Control', 'Typical use', 'Good to know'] as const

/** One word names each case; the sentence above it is what a scenario asks. */
export const NEEDS = [
  'The team must find',
  'An auditor asks for',
  'The cheapest way is wanted to protect',
  'Without new code somebody has to move',
  'A start-up wants to stop losing',
  'Within an hour the operator has to restore',
] as const
