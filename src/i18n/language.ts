/** Languages of the application; Chinese is first and complete, English follows it key by key. */
export type Language = 'zh' | 'en'

/** A room's words in each language; English has exactly the keys of Chinese. */
export type Words<T> = Record<Language, T>
