/** Anki knows the type of our notes by it: it may never change, or what was imported before is there twice. */
export const NOTE_TYPE = 1_732_400_000_001
/** Every collection has this deck. */
export const DEFAULT_DECK = 1

const CSS = `.card { font-family: sans-serif; font-size: 20px; text-align: center; }`

/** The type of our notes: a front and a back. */
export function noteType(seconds: number): object {
  const fields = ['Front', 'Back'].map((name, ord) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  }))
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: '{{Front}}',
    afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
    bqfmt: '',
    bafmt: '',
    did: null,
  }
  return {
    id: NOTE_TYPE,
    name: 'Retain',
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: DEFAULT_DECK,
    tmpls: [template],
    flds: fields,
    css: CSS,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  }
}

/** A deck, with the options that every collection has. */
export function deck(name: string, id: number, seconds: number): object {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] }
  return {
    id,
    name,
    mod: seconds,
    usn: -1,
    ...today,
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  }
}

/** Settings that a collection cannot be without. Whoever imports keeps their own. */
export function configuration(): object {
  return {
    nextPos: 1,
    estTimes: true,
    activeDecks: [DEFAULT_DECK],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: DEFAULT_DECK,
    newSpread: 0,
    dueCounts: true,
    curModel: String(NOTE_TYPE),
    collapseTime: 1200,
  }
}

/** The options of decks, alike. */
export function deckOptions(): object {
  return {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  }
}
