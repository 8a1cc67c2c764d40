import type { Base } from '../base.ts'
import type { RenameMap } from '../follow-renames.ts'
import { basisOf } from '../pack/checkpoint-form.ts'
import { isCheckpointFor, readCheckpoint } from '../pack/read-checkpoint.ts'
import type { KeyValueStorage } from './key-value-storage.ts'

const CHECKPOINT = 'retain/checkpoint'

/**
 * What the packs in localStorage say, as some page has counted it, so that the next one need not read them. It is the
 * first thing to go when there is no room, and nothing is lost with it.
 */
export class LocalCheckpoint {
  private readonly storage: KeyValueStorage | null
  private readonly build: string | null

  /** @param build The build of the app: another one may count otherwise. Null: nothing is kept. */
  constructor(storage: KeyValueStorage | null, build: string | null) {
    this.storage = storage
    this.build = build
  }

  /** @returns Null where nothing is kept that holds for these packs and these names. */
  base(packs: readonly string[], names: RenameMap): Base | null {
    const basis = this.basis(packs, names)
    const text = basis === null ? null : this.text()
    return basis === null || text === null ? null : readCheckpoint(text, basis)
  }

  /** What a checkpoint has to be made for: null where there is nothing to make, or what is kept is up to date. */
  wanted(packs: readonly string[], names: RenameMap): string | null {
    const basis = this.basis(packs, names)
    const text = basis === null ? null : this.text()
    return basis !== null && text !== null && isCheckpointFor(text, basis) ? null : basis
  }

  /** Keeps it where there is room. */
  put(text: string): void {
    try {
      this.storage?.setItem(CHECKPOINT, text)
    } catch {
      this.drop()
    }
  }

  /** Makes room. Says whether there was any to make. */
  drop(): boolean {
    try {
      if (this.storage === null || this.storage.getItem(CHECKPOINT) === null) return false
      this.storage.removeItem(CHECKPOINT)
      return true
    } catch {
      return false
    }
  }

  private basis(packs: readonly string[], names: RenameMap): string | null {
    return this.build === null || packs.length === 0 ? null : basisOf(this.build, packs, names)
  }

  private text(): string | null {
    try {
      return this.storage?.getItem(CHECKPOINT) ?? null
    } catch {
      return null
    }
  }
}
