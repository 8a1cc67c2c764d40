/** Smaller than this, a backup is plain JSON that can be looked into. */
const COMPRESS_FROM = 200_000
/** Units of text. A million events are some 250 million. */
const LONGEST = 400_000_000
/** Bytes of a file. Larger ones are no backups of ours. */
const LARGEST = 200_000_000

export type BackupText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly why: 'too-large' | 'damaged' }

/** The file to download: compressed (gzip) when it is large. */
export async function backupFile(text: string): Promise<Blob> {
  if (text.length < COMPRESS_FROM) return new Blob([text], { type: 'application/json' })
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(packed, { headers: { 'Content-Type': 'application/gzip' } }).blob()
}

/** The text of a file that may be compressed. Stops as soon as it is longer than any backup: a bomb costs nothing. */
export async function textOfBackup(file: Blob): Promise<BackupText> {
  if (file.size > LARGEST) return { kind: 'refused', why: 'too-large' }
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isPacked = first === 0x1f && second === 0x8b
  const bytes = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader()
  const parts: string[] = []
  let length = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length
      if (length > LONGEST) {
        await reader.cancel()
        return { kind: 'refused', why: 'too-large' }
      }
      parts.push(read.value)
    }
  } catch {
    return { kind: 'refused', why: 'damaged' }
  }
  return { kind: 'text', text: parts.join('') }
}
