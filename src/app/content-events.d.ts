declare module 'vite/types/customEvent' {
  interface CustomEventMap {
    /** Notes that were edited while the development server runs. */
    'retain:content': {
      readonly manifests: readonly import('../model/course.ts').Manifest[]
      readonly outlines: readonly import('../model/outline.ts').Outline[]
      readonly topics: readonly import('../model/topic.ts').Topic[]
      readonly authored: readonly import('../model/authored-items.ts').TopicItems[]
    }
  }
}
