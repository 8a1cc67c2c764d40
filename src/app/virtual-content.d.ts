declare module 'virtual:content' {
  /** The contents of every course. */
  export const folded: readonly import('../model/folded-manifest.ts').FoldedManifest[]
  /** Fetches a topic's text by its id. */
  export const loaders: Readonly<Record<string, () => Promise<import('../model/topic.ts').Topic>>>
  /** Fetches the questions beside a topic by its id; of topics that have any. */
  export const itemLoaders: Readonly<Record<string, () => Promise<readonly import('../model/item.ts').Item[]>>>
}
