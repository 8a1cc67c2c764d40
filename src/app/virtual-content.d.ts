declare module 'virtual:content' {
  /** The topics of every course. */
  export const manifests: readonly import('../model/course.ts').Manifest[]
  /** Fetches a course's contents by its id. */
  export const outlineLoaders: Readonly<Record<string, () => Promise<import('../model/outline.ts').Outline>>>
  /** Fetches a topic's text by its id. */
  export const loaders: Readonly<Record<string, () => Promise<import('../model/topic.ts').Topic>>>
  /** Fetches the questions beside a topic by its id; of topics that have any. */
  export const itemLoaders: Readonly<Record<string, () => Promise<readonly import('../model/item.ts').Item[]>>>
}
