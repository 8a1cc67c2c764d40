/**
 * Parts of an attempt that are worth another look.
 * lucky: right, and rated a guess or unsure · slow: far over the pace · sure-wrong: rated sure, and not right.
 */
export const RESULT_LISTS = ['all', 'wrong', 'flagged', 'lucky', 'slow', 'sure-wrong'] as const
export type ResultList = (typeof RESULT_LISTS)[number]

/** Reads an address that anybody may have written: what it names no list by is what was not right. */
export function resultListOf(name: string | null): ResultList {
  return RESULT_LISTS.find((list) => list === name) ?? 'wrong'
}
